package org.stepwell.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a clinic lives on this machine: the source tree, the folder of its own state, the cache shared by all clinics, the ports.
 *
 * @param source the checkout with the services' jars
 * @param home what belongs to this clinic alone: data, logs, secrets
 * @param cache what can be made again: the built Keycloak, PostgreSQL's programs, start-up caches
 * @param ports where it listens
 * @param purpose what it is for
 * @param traces where its services send their traces, as OTLP over HTTP (STEPWELL_TRACES); nowhere by default
 */
public record Settings(
        Path source,
        Path home,
        Path cache,
        Ports ports,
        Purpose purpose,
        @Nullable URI traces) {
    private static final String TRACES = "STEPWELL_TRACES";
    private static final String DURABLE = "STEPWELL_DURABLE";

    /** What a clinic is for. */
    public enum Purpose {
        /** To be used, and to keep its data. */
        LIVE,
        /** To be tried; its folder goes away with it, so its database need not survive a power cut. */
        THROWAWAY,
        /** To be measured; goes away like a throwaway one, but stores as durably as a live one. */
        MEASURED,
        /** To be watched by the JVM while it starts, so that the next start is faster; goes away too. */
        RECORDING
    }

    /** The one clinic of this checkout, in {@code .stepwell} (or where STEPWELL_HOME says). */
    public static Settings local() {
        var source = checkout();
        var home = home(source);
        var ports = Ports.fromSettings(System.getenv());
        return new Settings(source, home, home.resolve("cache"), ports, Purpose.LIVE, receiver(System.getenv()));
    }

    private static @Nullable URI receiver(Map<String, String> environment) {
        var address = environment.get(TRACES);
        try {
            return address == null ? null : new URI(address).parseServerAuthority();
        } catch (URISyntaxException e) {
            throw new Trouble(
                    "%s is no address (%s); set it as in http://127.0.0.1:4318, or not at all."
                            .formatted(TRACES, address),
                    e);
        }
    }

    /** A clinic with free ports in a new folder, which goes away with it. */
    public static Settings throwaway() {
        return passing(Purpose.THROWAWAY);
    }

    /** The same, to be measured. */
    static Settings measured() {
        return passing(Purpose.MEASURED);
    }

    /** The same, to record how everything starts. */
    static Settings recording() {
        return passing(Purpose.RECORDING);
    }

    private static Settings passing(Purpose purpose) {
        var source = checkout();
        var home = home(source);
        try {
            var parent = ownFolder(home.resolve("throwaway"));
            var launcher = Orphans.Child.current("launcher");
            var folder = Files.createTempDirectory(parent, "%d-%d-".formatted(launcher.pid(), launcher.startMillis()));
            return new Settings(source, folder, ownFolder(home.resolve("cache")), Ports.free(), purpose, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isThrowaway() {
        return purpose != Purpose.LIVE;
    }

    /** Whether what is committed survives a power cut: it does, unless STEPWELL_DURABLE=off says that this is a trial. */
    boolean isDurable() {
        return purpose == Purpose.MEASURED || (purpose == Purpose.LIVE && !"off".equals(System.getenv(DURABLE)));
    }

    /** Where clients find Keycloak's realm. */
    public String issuer() {
        return "http://127.0.0.1:" + ports.of(Door.KEYCLOAK) + "/realms/stepwell";
    }

    /** Where clients find Kafka. */
    public String bootstrap() {
        return "127.0.0.1:" + ports.of(Door.KAFKA);
    }

    Path postgresData() {
        return home.resolve("data/postgres");
    }

    Path kafkaData() {
        return home.resolve("data/kafka");
    }

    /** Where a service writes down how far its audit has come, outside of its database. */
    Path auditAnchor(Service service) {
        return home.resolve("audit").resolve(service.title());
    }

    /** The keys of the clinics that turn up here, each in a file. */
    Path sealKeys() {
        return home.resolve("keys");
    }

    /** Where mails end up that would leave for patients. */
    public Path mails() {
        return home.resolve("data/mails");
    }

    /** Where text messages end up that would leave for patients. */
    public Path texts() {
        return home.resolve("data/texts");
    }

    Path run() {
        return home.resolve("run");
    }

    Path log(String name) {
        return home.resolve("logs").resolve(name + ".log");
    }

    Path quarkusApp(Service service) {
        return source.resolve(service.title() + "-service/target/quarkus-app");
    }

    /** Makes the folders; only this user may look into them, because patients are inside. */
    void makeFolders() {
        try {
            for (var folder : new Path[] {home, cache, run(), home.resolve("logs"), home.resolve("data")}) {
                ownFolder(folder);
            }
        } catch (IOException e) {
            throw new Trouble(
                    "The folder %s can not be written (%s); set STEPWELL_HOME to one of your own.".formatted(home, e),
                    e);
        }
    }

    private static Path ownFolder(Path folder) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(folder, ownerOnly);
        if (!Files.isWritable(folder)) {
            throw new IOException(folder + " belongs to " + Files.getOwner(folder));
        }
        return folder;
    }

    private static Path home(Path source) {
        return Optional.ofNullable(System.getenv("STEPWELL_HOME"))
                .map(Path::of)
                .orElse(source.resolve(".stepwell"))
                .toAbsolutePath()
                .normalize();
    }

    private static Path checkout() {
        var named = System.getProperty("stepwell.source");
        if (named != null) {
            return Path.of(named).toAbsolutePath().normalize();
        }
        // Tests run in suite/; the checkout is the folder above that has the script.
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("stepwell"))) {
                return folder;
            }
        }
        throw new Trouble("No folder above %s has the script \"stepwell\"; start from a checkout."
                .formatted(Path.of("").toAbsolutePath()));
    }
}
