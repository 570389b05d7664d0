package org.stepwell.suite;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Records how each program starts, so that the next start takes half the time. It runs once after each build, in the
 * background, on a clinic of its own: the one in use is not disturbed.
 */
public final class FasterStarts implements Verb {
    private static final long MEMORY_MIN = 6L << 30;

    /** Begins to record unless that has been done for these jars, or is not wanted, or the machine is too small for two clinics. */
    static void beginIfNew(Clinic clinic, Progress progress) throws IOException, InterruptedException {
        var memory = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize();
        var wanted = !"off".equals(System.getenv("STEPWELL_RECORDING"));
        var settings = clinic.settings();
        if (!wanted || memory < MEMORY_MIN || isRecorded(settings)) {
            return;
        }
        var command = new ArrayList<String>();
        if (Programs.has("nice")) {
            command.addAll(List.of("nice", "-n", "15"));
        }
        command.addAll(List.of(JavaProgram.path(), "-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED"));
        command.add("-Dstepwell.source=" + settings.source());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Stepwell.class.getName(), "record"));
        clinic.children()
                .begin(new ChildProcess.Plan(
                        "recording",
                        command,
                        Map.of("STEPWELL_HOME", settings.home().toString()),
                        // The class path may be relative to where this launcher was started.
                        Path.of("").toAbsolutePath(),
                        settings.log("recording"),
                        Keycloak.ready(settings),
                        false));
        progress.say("  For about two minutes the machine also records this start, so that the next is faster.");
    }

    /** Whether the start of everything has been recorded for these jars. */
    private static boolean isRecorded(Settings settings) throws IOException {
        return Files.isDirectory(KeycloakFolder.of(settings).folder())
                && caches(settings).stream().allMatch(StartCache::isRecorded);
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        Verb.knowsOnly(arguments);
        record(new Progress(System.out));
        return 0;
    }

    /** Records how each service starts as the build of its image does, unless that has been done for these jars. */
    public static void recordImagesIfNew(Progress progress) throws IOException, InterruptedException {
        var settings = Settings.local();
        settings.makeFolders();
        var services = services(settings);
        for (var service : Service.all()) {
            var cache = services.imageCache(service);
            if (!cache.isRecorded()) {
                progress.say("  how %s starts is recorded, as in the build of its image".formatted(service.title()));
                ImageStart.record(settings.source(), settings.quarkusApp(service), cache.next());
                if (!cache.accept()) {
                    throw new Trouble("deploy/record-start.sh recorded nothing of %s.".formatted(service.title()));
                }
            }
        }
    }

    /** Records the start of everything, on a clinic of its own that ends with it. */
    private static void record(Progress progress) throws Exception {
        var clinic = new Clinic(Settings.recording(), progress);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> abort(clinic), "end-recording"));
        clinic.start(false, Optional.empty());
        new DemoClinic(clinic).load();
        var caches = caches(clinic.settings());
        clinic.children().closeRecorded();
        clinic.close();
        for (var cache : caches) {
            progress.say(
                    "%s %s".formatted(cache.file().getFileName(), cache.accept() ? "is recorded" : "was not recorded"));
        }
    }

    // Whoever ends the clinic in use does not wait for a recording.
    private static void abort(Clinic clinic) {
        if (clinic.isOpen()) {
            clinic.children().abort();
            clinic.close();
        }
    }

    private static List<StartCache> caches(Settings settings) throws IOException {
        var services = services(settings);
        var caches = new ArrayList<StartCache>();
        for (var service : Service.all()) {
            caches.add(services.cache(service));
        }
        caches.add(Keycloak.cache(settings, KeycloakFolder.of(settings).jars()));
        return caches;
    }

    private static ServiceProcess services(Settings settings) {
        return new ServiceProcess(
                settings, new Secrets(settings.home().resolve("secrets.properties")), Optional.empty());
    }
}
