package org.stepwell.suite.load;

import java.util.ArrayList;
import java.util.List;
import org.stepwell.suite.Clinic;
import org.stepwell.suite.FasterStarts;
import org.stepwell.suite.Progress;
import org.stepwell.suite.Trouble;
import org.stepwell.suite.Verb;

/**
 * Measures on a throwaway clinic of its own, because a measured run leaves made-up records behind. Exits with 0 whatever
 * the figures are: they are for people to judge.
 */
public final class Load implements Verb {

    private static final long SEED = 42;
    private static final List<String> SCENARIOS =
            List.of("platform", "aftercare", "consent", "enrollment", "scheduling", "therapy");

    @Override
    public int run(List<String> arguments) throws Exception {
        var rest = new ArrayList<>(arguments);
        boolean json = rest.remove("--json");
        if (rest.size() != 1 || !SCENARIOS.contains(rest.getFirst())) {
            throw new Trouble("load knows the scenarios %s, and --json.".formatted(String.join(", ", SCENARIOS)));
        }
        var progress = new Progress(System.err);
        FasterStarts.recordImagesIfNew(progress); // services are measured as their images start them
        try (var clinic = Clinic.measured()) {
            UnheardTopic.create(clinic);
            var report = switch (rest.getFirst()) {
                case "aftercare" -> new AftercareLoad(clinic, progress, SEED).run();
                case "consent" -> new ConsentLoad(clinic, SEED).run();
                case "enrollment" -> new EnrollmentLoad(clinic, SEED).run(progress);
                case "scheduling" -> new SchedulingLoad(clinic, progress, SEED).run();
                case "therapy" -> new TherapyLoad(clinic, progress, SEED).run();
                default -> new PlatformLoad(clinic, progress, SEED).run();
            };
            System.out.println(json ? report.json() : report.table());
        }
        return 0;
    }
}
