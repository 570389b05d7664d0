package org.stepwell.suite;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How one of the four services is started: its jar, or with hot reload, always with the same settings. */
final class ServiceProcess {
    private static final Duration RETURN_MAX = Duration.ofMinutes(2);
    private static final long PAUSE_MILLIS = 100;

    private final Settings settings;
    private final Secrets secrets;
    private final Optional<Service> hotReload;

    ServiceProcess(Settings settings, Secrets secrets, Optional<Service> hotReload) {
        this.settings = settings;
        this.secrets = secrets;
        this.hotReload = hotReload;
    }

    /** The built service as a JVM that starts quickly and stays small, or its sources if they are being worked on. */
    ChildProcess.Plan plan(Service service) throws IOException {
        if (hotReload.filter(service::equals).isPresent()) {
            return hotReload(service);
        }
        var app = settings.quarkusApp(service);
        if (settings.purpose() == Settings.Purpose.MEASURED) {
            return plan(service, asInItsImage(service), app, false);
        }
        var command = new ArrayList<String>();
        command.add(JavaProgram.path());
        command.addAll(List.of("-XX:+UseSerialGC", "-Xmx256m", "-XX:+ExitOnOutOfMemoryError"));
        command.add("-XX:TieredStopAtLevel=1"); // starts sooner
        command.addAll(cache(service).flags(settings.purpose()));
        command.addAll(moreFlags());
        command.addAll(List.of("-jar", "quarkus-run.jar"));
        return plan(service, command, app, false);
    }

    // What is measured is what is shipped.
    private List<String> asInItsImage(Service service) throws IOException {
        var command = ImageStart.of(settings.source())
                .command(settings.quarkusApp(service), imageCache(service).file());
        command.addAll(1, moreFlags());
        return command;
    }

    /** The record of its start that the build of its image makes, good for exactly these jars. */
    StartCache imageCache(Service service) throws IOException {
        return StartCache.of(settings.cache(), "image-" + service.title(), jars(service));
    }

    // Quarkus takes a library that knows Quarkus for a program to run, so that Maven must see this one module alone;
    // the
    // libraries come from a repository of our own, in front of the user's.
    private ChildProcess.Plan hotReload(Service service) {
        var maven = "./mvnw -q -B -ntp -Dspotless.check.skip -Dmaven.repo.local='%s' -Dmaven.repo.local.tail='%s'"
                .formatted(
                        settings.cache().resolve("m2"), Path.of(System.getProperty("user.home"), ".m2", "repository"));
        var install = maven + " -DskipTests -pl contracts,platform,instruments -am install";
        var dev = maven + " -Dquarkus.analytics.disabled=true -Ddebug=false quarkus:dev -pl " + service.title()
                + "-service";
        return plan(service, List.of("sh", "-c", install + " && exec " + dev), settings.source(), true);
    }

    /** The record of the classes it loads, good for exactly these jars. */
    StartCache cache(Service service) throws IOException {
        return StartCache.of(settings.cache(), service.title(), jars(service));
    }

    private List<Path> jars(Service service) throws IOException {
        var app = settings.quarkusApp(service);
        if (!Files.exists(app.resolve("quarkus-run.jar"))) {
            throw new Trouble("%s is not built (no quarkus-run.jar in %s); ./stepwell up builds it."
                    .formatted(service.title(), app));
        }
        try (Stream<Path> files = Files.walk(app)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    static URI ready(Settings settings, Service service) {
        return health(settings, service).resolve("health/ready");
    }

    /** Answers 200 where all of a service is well: it is ready, and what works in its background lives. */
    static URI health(Settings settings, Service service) {
        return URI.create("http://127.0.0.1:" + settings.ports().of(service.management()) + "/q/health");
    }

    /** Waits until a service that was killed is ready again. */
    static void awaitReturn(Settings settings, Service service) throws InterruptedException {
        var deadline = System.nanoTime() + RETURN_MAX.toNanos();
        while (!ChildProcess.isReady(ready(settings, service))) {
            if (System.nanoTime() > deadline) {
                throw new Trouble("%s did not come back within %d s; ./stepwell logs %s says why."
                        .formatted(service.title(), RETURN_MAX.toSeconds(), service.title()));
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private ChildProcess.Plan plan(Service service, List<String> command, Path folder, boolean inForeground) {
        return new ChildProcess.Plan(
                service.title(),
                command,
                environment(service),
                folder,
                settings.log(service.title()),
                ready(settings, service),
                inForeground);
    }

    /** All a service is told about the world around it. */
    Map<String, String> environment(Service service) {
        var ports = settings.ports();
        var told = new HashMap<String, String>();
        told.put("STEPWELL_PORT", Integer.toString(ports.of(service.door())));
        told.put("STEPWELL_MANAGEMENT_PORT", Integer.toString(ports.of(service.management())));
        told.put(
                "STEPWELL_DATABASE_URL",
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(ports.of(Door.POSTGRES), service.database()));
        told.put("STEPWELL_DATABASE_USER", service.database());
        told.put("STEPWELL_DATABASE_PASSWORD", secrets.password(service.database()));
        told.put("STEPWELL_DATABASE_OWNER", service.owner());
        told.put("STEPWELL_DATABASE_OWNER_PASSWORD", secrets.password(service.owner()));
        told.put("STEPWELL_DATABASE_AUDITOR", service.auditor());
        told.put("STEPWELL_DATABASE_AUDITOR_PASSWORD", secrets.password(service.auditor()));
        told.put("STEPWELL_AUDIT_ANCHOR", settings.auditAnchor(service).toString());
        told.put("STEPWELL_KAFKA", settings.bootstrap());
        told.put("STEPWELL_ISSUER", settings.issuer());
        told.put("STEPWELL_SEAL_KEYS", settings.sealKeys().toString());
        told.put("STEPWELL_SEAL_MISSING", "make");
        if (service == Service.ENROLLMENT || service == Service.AFTERCARE) {
            told.put("STEPWELL_LETTERS_URL", "http://127.0.0.1:%d".formatted(ports.of(service.door())));
        }
        if (service == Service.ENROLLMENT) {
            told.put("STEPWELL_ACCOUNTS_KEY", secrets.privateKey(Keycloak.ACCOUNTS));
            told.put(
                    "STEPWELL_ACCOUNTS_SECOND_FACTOR", "false"); // the demo's users have passwords that everybody knows
        }
        told.put("STEPWELL_MAIL_PORT", Integer.toString(ports.of(Door.MAIL)));
        told.put("STEPWELL_MAIL_START_TLS", "DISABLED");
        told.put("STEPWELL_TEXT_MESSAGES_URL", "http://127.0.0.1:%d/".formatted(ports.of(Door.TEXT_MESSAGES)));
        told.put("STEPWELL_TEXT_MESSAGES_SECRET", PostOffice.secret());
        told.put("STEPWELL_CLOCK", "movable");
        told.put("STEPWELL_PRODUCTION", "false");
        told.put("STEPWELL_SWAGGER", "true");
        var receiver = settings.traces();
        if (receiver != null) {
            told.put("STEPWELL_TRACES", receiver.toString());
            told.put("QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
        }
        // Demo passwords are no secret: nobody but this machine may knock.
        told.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        told.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        // Maven is found by its wrapper in hot reload, and must run on the same JDK.
        told.put("JAVA_HOME", System.getProperty("java.home"));
        return told;
    }

    // For measuring: STEPWELL_JVM="-XX:TieredStopAtLevel=4" gives the services the optimizing compiler.
    private static List<String> moreFlags() {
        var flags = System.getenv("STEPWELL_JVM");
        return flags == null
                ? List.of()
                : Arrays.stream(flags.strip().split("\\s+"))
                        .filter(flag -> !flag.isEmpty())
                        .toList();
    }
}
