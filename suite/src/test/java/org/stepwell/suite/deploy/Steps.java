package org.stepwell.suite.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/**
 * An installation comes in steps, told apart by one label: what all stand on, the migrations, the services. A migration tries again for
 * as long as it may, and what it said when it failed stays to be read.
 */
final class Steps implements Check {

    static final String LABEL = "app.kubernetes.io/component";
    static final String MIGRATIONS = "migration";
    static final String SERVICES = "api";

    private static final Set<String> RUNNING = Set.of("Deployment", "HorizontalPodAutoscaler");
    private static final int FIRST_PAUSE_SECONDS = 10;

    @Override
    public List<String> complaints(Rendered rendered) {
        var complaints = new Complaints();
        var ours = rendered.pods().stream()
                .filter(Rendered.Pod::isOurs)
                .map(pod -> Rendered.name(pod.owner()))
                .toList();
        for (JsonNode object : rendered.objects()) {
            var kind = object.path("kind").asText();
            var its = ours.contains(Rendered.name(object));
            var step = its && kind.equals("Job") ? MIGRATIONS : its && RUNNING.contains(kind) ? SERVICES : "";
            var label = object.at("/metadata/labels").path(LABEL).asText();
            complaints.insist(
                    label.equals(step)
                            || (step.isEmpty() && !Set.of(MIGRATIONS, SERVICES).contains(label)),
                    "%s %s comes at the wrong step of an installation: set the label %s of its metadata to \"%s\"",
                    kind,
                    Rendered.name(object),
                    LABEL,
                    step);
        }
        rendered.pods().stream().filter(Rendered.Pod::isMigration).forEach(pod -> patient(pod, complaints));
        return complaints.all();
    }

    /** Kubernetes pauses ten seconds before the second try, and twice as long before each other. */
    private static void patient(Rendered.Pod pod, Complaints complaints) {
        var job = pod.owner().path("spec");
        var pauses = FIRST_PAUSE_SECONDS * ((1 << job.path("backoffLimit").asInt(6)) - 1);
        complaints.insist(
                pauses >= job.path("activeDeadlineSeconds").asInt(),
                "%s gives up after %d seconds of the %d it has; raise backoffLimit",
                pod.name(),
                pauses,
                job.path("activeDeadlineSeconds").asInt());
        complaints.insist(
                !job.has("ttlSecondsAfterFinished"),
                "%s goes away by itself, and why it failed with it; take ttlSecondsAfterFinished out",
                pod.name());
    }
}
