package org.stepwell.suite;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.stepwell.platform.testing.LocalKafka.GuardedDoor;
import org.stepwell.suite.deploy.Deployed;
import org.stepwell.suite.deploy.KubernetesSecrets;

/**
 * What production's manifests make of enrollment, on this machine: its stores with the certificates and rights that they are given, the
 * Secrets that a vault and operators would have written, and its pods as processes, each told what its manifest tells it. What
 * differs is where: ports, the folder above the mounts, and an issuer and a collector that are away.
 */
final class EnrollmentAsDeployed implements AutoCloseable {

    static final String DATABASE = "enrollment";

    private static final String OVERLAY = "production";
    private static final String DATABASE_HOST = "enrollment-database-rw";
    private static final String BROKERS = "stepwell-kafka-bootstrap";
    private static final String USER = "enrollment-kafka";
    private static final String AUDITOR = "auditor-kafka";
    private static final int KEY_BYTES = 32;

    private final Deployed deployment = Deployed.of(OVERLAY, "Deployment enrollment-service");
    private final Settings settings = Settings.throwaway();
    private final KubernetesSecrets secrets = new KubernetesSecrets();
    private final Path container = settings.home().resolve("container");
    private final Path tmp = container.resolve("tmp");
    private final Home home;
    private final Children children;
    private final GuardedStores stores;
    private final boolean onlyTmpCanBeWritten;

    EnrollmentAsDeployed() throws Exception {
        home = Home.open(settings, false, new Progress(System.err));
        children = new Children(new Orphans(settings.run()), new Progress(System.err));
        Files.createDirectories(tmp);
        onlyTmpCanBeWritten = ReadOnlyRoot.isPossible(tmp);
        try {
            stores = guardedStores();
        } catch (Exception e) {
            home.close();
            throw e;
        }
        roles();
        keys();
    }

    Deployed deployment() {
        return deployment;
    }

    GuardedStores stores() {
        return stores;
    }

    boolean onlyTmpCanBeWritten() {
        return onlyTmpCanBeWritten;
    }

    ChildProcess migration() throws Exception {
        return begin("migration", Deployed.of(OVERLAY, "Job enrollment-migration"), command());
    }

    ChildProcess service() throws Exception {
        return begin("service", deployment, command());
    }

    /** Whoever looks at its audit each night. */
    ChildProcess auditVerification(String name) throws Exception {
        var pod = Deployed.of(OVERLAY, "CronJob enrollment-audit-verify");
        var command = new ArrayList<>(pod.command());
        command.set(0, JavaProgram.path());
        command.replaceAll(word -> word.replace("/app/", settings.quarkusApp(Service.ENROLLMENT) + "/"));
        return begin(name, pod, command);
    }

    ProcessHandle process(ChildProcess child) {
        return children.process(child.name());
    }

    String said(ChildProcess child) throws IOException {
        return Files.readString(settings.log(child.name()));
    }

    /** On its management port. */
    URI at(String path) {
        return URI.create("http://127.0.0.1:%s%s".formatted(port(Door.ENROLLMENT_MANAGEMENT), path));
    }

    /** Where people ask it. */
    URI api(String path) {
        return URI.create("http://127.0.0.1:%s/api/enrollment/v1/%s".formatted(port(Door.ENROLLMENT), path));
    }

    private GuardedStores guardedStores() throws Exception {
        var certificates = settings.home().resolve("certificates");
        var databases = Authority.make(certificates.resolve("databases"), "enrollment-database");
        var brokers = Authority.make(certificates.resolve("brokers"), "cluster-ca");
        var clients = Authority.make(certificates.resolve("clients"), "clients-ca");
        databases.issue(DATABASE_HOST, DATABASE_HOST);
        secrets.with("enrollment-database-ca", "ca.crt", Files.readAllBytes(databases.certificate()))
                .with("stepwell-cluster-ca-cert", "ca.crt", Files.readAllBytes(brokers.certificate()))
                .with(USER, "user.p12", Files.readAllBytes(clients.issue(USER)))
                .with(USER, "user.password", Authority.PASSWORD)
                .with(AUDITOR, "user.p12", Files.readAllBytes(clients.issue(AUDITOR)))
                .with(AUDITOR, "user.password", Authority.PASSWORD);
        var broker = brokers.issue("broker", BROKERS, GuardedStores.BROKER);
        var door = new GuardedDoor(
                GuardedStores.BROKER,
                settings.ports().of(Door.KAFKA),
                Map.of(
                        "ssl.keystore.type",
                        "PKCS12",
                        "ssl.keystore.location",
                        broker.toString(),
                        "ssl.keystore.password",
                        Authority.PASSWORD,
                        "ssl.truststore.type",
                        "PEM",
                        "ssl.truststore.location",
                        clients.certificate().toString()));
        var cluster = deployment.beside("Cluster", "enrollment-database");
        var started = GuardedStores.start(settings, cluster, databases, DATABASE_HOST, door);
        started.grant(deployment.beside("KafkaUser", USER));
        started.grant(deployment.beside("KafkaUser", AUDITOR));
        return started;
    }

    private void roles() throws Exception {
        var passwords = new Secrets(settings.home().resolve("secrets.properties"));
        for (var role : List.of("owner", "user", "auditor")) {
            var name = DATABASE + "_" + role;
            secrets.with("enrollment-database-" + role, "username", name)
                    .with("enrollment-database-" + role, "password", passwords.password(name));
        }
        var owner = DATABASE + "_owner";
        var user = DATABASE + "_user";
        var auditor = DATABASE + "_auditor";
        stores.postgres().createDatabase(DATABASE, owner, passwords.password(owner), user, passwords.password(user));
        stores.postgres().createAuditor(DATABASE, auditor, passwords.password(auditor));
    }

    private void keys() throws Exception {
        var client = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
        var random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        var signs = "whsec_" + Base64.getEncoder().encodeToString(random);
        secrets.with("stepwell-messages", "text-messages-secret", signs)
                .with("stepwell-accounts", "private-key", Authority.pem("PRIVATE KEY", client.getEncoded()))
                .with(
                        "stepwell-seal-keys",
                        UUID.randomUUID() + ".2026-11-30",
                        Base64.getEncoder().encodeToString(random));
    }

    private List<String> command() throws IOException {
        var folder = settings.quarkusApp(Service.ENROLLMENT);
        var command = new ArrayList<>(ImageStart.of(settings.source()).command(folder, tmp.resolve("none.aot")));
        command.removeIf(word -> word.startsWith("-XX:AOTCache")); // InstallationTest records one
        return command;
    }

    private ChildProcess begin(String name, Deployed pod, List<String> begins) throws Exception {
        var root = container.resolve(name);
        pod.mount(root, secrets);
        var told = new HashMap<>(pod.environment(secrets));
        told.replaceAll((_, value) -> here(value, root));
        told.put("STEPWELL_PORT", port(Door.ENROLLMENT));
        told.put("STEPWELL_MANAGEMENT_PORT", port(Door.ENROLLMENT_MANAGEMENT));
        told.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        told.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        var command = new ArrayList<>(begins);
        command.add(1, "-Djdk.net.hosts.file=" + hosts());
        command.add(1, "-Djava.io.tmpdir=" + tmp);
        return children.begin(new ChildProcess.Plan(
                name,
                onlyTmpCanBeWritten ? ReadOnlyRoot.around(command, tmp) : command,
                told,
                settings.quarkusApp(Service.ENROLLMENT),
                settings.log(name),
                at("/q/health/ready"),
                false));
    }

    /** What is said for a cluster, for this machine. */
    private String here(String value, Path root) {
        return value.replace("/etc/stepwell/", root + "/etc/stepwell/")
                .replace(DATABASE_HOST + ":5432", DATABASE_HOST + ":" + port(Door.POSTGRES))
                .replace(BROKERS + ":9093", BROKERS + ":" + port(Door.KAFKA))
                .replace("https://identity.stepwell.example", "https://127.0.0.1:" + port(Door.KEYCLOAK))
                .replace("http://otel-collector:4317", "http://127.0.0.1:" + port(Door.KEYCLOAK));
    }

    /** The cluster's names, so that certificates are held against them. */
    private Path hosts() throws IOException {
        var lines = List.of(DATABASE_HOST, BROKERS, GuardedStores.BROKER, "localhost").stream()
                .map(host -> "127.0.0.1 " + host)
                .toList();
        return Files.write(container.resolve("hosts"), lines);
    }

    private String port(Door door) {
        return Integer.toString(settings.ports().of(door));
    }

    @Override
    public void close() {
        children.close();
        stores.close();
        home.close();
    }
}
