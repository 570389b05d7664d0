package org.stepwell.suite;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Who may sign in: Keycloak as its own process, with the realm imported at the first start. */
final class Keycloak {
    /** The client that writes accounts, by whose name its key is kept. */
    static final String ACCOUNTS = "stepwell-accounts";

    private static final String MAIN = "org.keycloak.quarkus.runtime.KeycloakMain";

    private final Settings settings;
    private final Secrets secrets;
    private final KeycloakFolder programs;
    private final Path home;

    private Keycloak(Settings settings, Secrets secrets, KeycloakFolder programs) {
        this.settings = settings;
        this.secrets = secrets;
        this.programs = programs;
        this.home = settings.home().resolve("keycloak");
    }

    /** Makes it ready to be started, which takes half a minute the first time, and says how to start it. */
    static ChildProcess.Plan prepare(Settings settings, Secrets secrets, Children children, Progress progress)
            throws Exception {
        return new Keycloak(settings, secrets, KeycloakFolder.prepare(settings, children, progress)).plan();
    }

    private ChildProcess.Plan plan() throws IOException {
        makeHome();
        var jars = programs.jars();
        var command = new ArrayList<String>();
        command.add(JavaProgram.path());
        command.addAll(KeycloakFolder.jvmFlags(home));
        command.addAll(cache(settings, jars).flags(settings.purpose()));
        // A flat class path instead of Quarkus' own class loader: only so does the JVM's start cache work in full.
        command.addAll(List.of("-cp", classPath(jars), MAIN));
        command.addAll(arguments());
        var environment = Map.of(
                "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.password("keycloak.admin"),
                "STEPWELL_ACCOUNTS_PUBLIC_KEY", secrets.publicKey(ACCOUNTS),
                // In the environment, because every user of this machine sees the arguments of a process.
                "KC_DB_PASSWORD", secrets.password("keycloak"));
        return new ChildProcess.Plan(
                "keycloak", command, environment, settings.home(), settings.log("keycloak"), ready(settings), false);
    }

    /** Where it says that it is ready. */
    static URI ready(Settings settings) {
        return URI.create("http://127.0.0.1:" + settings.ports().of(Door.KEYCLOAK_MANAGEMENT) + "/health/ready");
    }

    /** The record of the classes it loads, good for exactly these jars. */
    static StartCache cache(Settings settings, List<Path> jars) throws IOException {
        return StartCache.of(settings.cache(), "keycloak", jars);
    }

    /** Whether the realm that was imported is another than the one of this checkout. */
    static boolean realmHasChanged(Settings settings) throws IOException {
        var realm = realm(settings);
        return Files.exists(realm) && !Arrays.equals(Files.readAllBytes(realm), RealmFile.forThisMachine());
    }

    private static Path realm(Settings settings) {
        return settings.home().resolve("keycloak/data/import/stepwell-realm.json");
    }

    private List<String> arguments() {
        var port = settings.ports().of(Door.KEYCLOAK);
        return List.of(
                "start",
                "--optimized",
                "--cache=local",
                "--import-realm",
                // It tells every time somebody asks whether it is ready, and we ask often.
                "--log-level=INFO,io.smallrye.health:ERROR",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--http-management-host=127.0.0.1",
                "--http-management-port=" + settings.ports().of(Door.KEYCLOAK_MANAGEMENT),
                "--hostname=http://127.0.0.1:" + port,
                "--db-url=jdbc:postgresql://127.0.0.1:" + settings.ports().of(Door.POSTGRES) + "/keycloak",
                "--db-username=keycloak");
    }

    // A home of links to the shared programs, so that each clinic has its own data without a copy of 190 MB.
    private void makeHome() throws IOException {
        var realm = realm(settings);
        Files.createDirectories(realm.getParent());
        Files.write(realm, RealmFile.forThisMachine());
        for (var part : List.of("bin", "conf", "lib", "providers", "themes", "version.txt")) {
            var link = home.resolve(part);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, programs.folder().resolve(part));
        }
    }

    private static String classPath(List<Path> jars) {
        return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
