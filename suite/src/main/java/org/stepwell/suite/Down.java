package org.stepwell.suite;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends the clinic that runs here, and whatever a killed launcher left behind. */
final class Down implements Verb {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Override
    public int run(List<String> arguments) throws Exception {
        Verb.knowsOnly(arguments);
        var settings = Settings.local();
        settings.makeFolders();
        var launcher = ClinicFile.running(settings.home()).flatMap(ClinicFile::launcher);
        if (launcher.isPresent()) {
            launcher.get().destroy();
            try {
                launcher.get().onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                launcher.get().destroyForcibly();
                launcher.get().onExit().get();
            }
        }
        var left = new Orphans(settings.run()).endAll(settings.postgresData());
        Home.endAbandoned();
        System.out.println(launcher.isPresent() || !left.isEmpty() ? "Stepwell is down" : "Stepwell was not up");
        return 0;
    }
}
