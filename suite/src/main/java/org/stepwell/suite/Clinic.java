package org.stepwell.suite;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.testing.LocalKafka;
import org.stepwell.platform.testing.LocalPostgres;

/**
 * All of Stepwell on this machine: a database server, a broker, an identity provider, a mail server and the four services.
 *
 * <pre>
 *   PostgreSQL ──┬── Keycloak (who may sign in)
 *                ├── enrollment ──┐
 *                ├── scheduling ──┤
 *                ├── therapy ─────┼── Kafka (what happened)
 *                └── aftercare ───┘        Mail (what would leave for patients)
 * </pre>
 */
public final class Clinic implements AutoCloseable {
    private final Settings settings;
    private final Secrets secrets;
    private final Progress progress;
    private final Children children;
    private final Tokens tokens;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile @Nullable LocalPostgres postgres;
    private volatile @Nullable LocalKafka kafka;
    private volatile @Nullable PostOffice post;
    private volatile @Nullable Home home;
    private volatile @Nullable Together starting;

    Clinic(Settings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
        this.secrets = new Secrets(settings.home().resolve("secrets.properties"));
        this.children = new Children(new Orphans(settings.run()), progress);
        this.tokens = new Tokens(settings);
    }

    /** Starts everything in the order in which it needs each other; what can start at the same time does. */
    void start(boolean fresh, Optional<Service> hotReload) throws Exception {
        home = Home.open(settings, fresh, progress);
        ClinicFile.write(settings, false);
        var services = new ServiceProcess(settings, secrets, hotReload);
        try (var together = new Together(progress)) {
            starting = together;
            var database = together.begin("PostgreSQL 18", () -> postgres = Databases.start(settings, secrets));
            var broker = together.begin("Kafka", () -> kafka = Topics.start(settings));
            var letters = together.begin("Mail", () -> post = PostOffice.start(settings));
            // The first time, Keycloak takes longest: its programs are built while the database starts.
            var keycloak = together.begin("Keycloak", () -> {
                KeycloakFolder.prepare(settings, children, progress);
                // Whether its realm has changed is seen when its database is there, so the new one is not written
                // before.
                together.await(database);
                children.start(Keycloak.prepare(settings, secrets, children, progress));
            });

            together.await(database, broker, letters);
            var four = Service.all().stream()
                    .map(service -> together.begin(service.title(), () -> children.start(services.plan(service))))
                    .toArray(CompletableFuture[]::new);

            together.await(keycloak, CompletableFuture.allOf(four));
        }
        ClinicFile.write(settings, true);
    }

    /** The database and the broker of a clinic that has ended, with all that is in them, and none of its services. */
    public Clinic stores() throws Exception {
        var stores = new Clinic(settings, progress);
        stores.home = Home.open(settings, false, progress);
        try {
            stores.postgres = Databases.start(settings, stores.secrets);
            stores.kafka = Topics.start(settings);
            return stores;
        } catch (Exception e) {
            stores.close();
            throw e;
        }
    }

    /** A clinic of its own with free ports and a folder that goes away with it: for tests. */
    public static Clinic throwaway() {
        return passing(Settings.throwaway());
    }

    /** The same, but as durable and as optimized as a real one: for measurements. */
    public static Clinic measured() {
        return passing(Settings.measured());
    }

    private static Clinic passing(Settings settings) {
        var clinic = new Clinic(settings, new Progress(System.err));
        Runtime.getRuntime().addShutdownHook(new Thread(clinic::close, "end-throwaway-clinic"));
        try {
            clinic.start(false, Optional.empty());
            new DemoClinic(clinic).load();
            return clinic;
        } catch (Exception e) {
            clinic.close();
            throw e instanceof RuntimeException known ? known : new IllegalStateException("no throwaway clinic", e);
        }
    }

    /** The clinic that {@code ./stepwell up} has started, if it has. */
    public static Optional<Clinic> running() {
        return running(Settings.local().home());
    }

    /** The clinic that {@code ./stepwell up} has started in this folder, if it has. */
    static Optional<Clinic> running(Path home) {
        return ClinicFile.running(home)
                .filter(ClinicFile::ready)
                .map(file -> new Clinic(file.settings(), new Progress(System.err)));
    }

    /** The clinic that {@code ./stepwell up} has started. */
    public static Clinic attach() {
        return running()
                .orElseThrow(
                        () -> new Trouble(
                                "No clinic is up here; start it with ./stepwell up, and see ./stepwell status while it starts."));
    }

    /** The folders and ports of this clinic. */
    public Settings settings() {
        return settings;
    }

    /** Where a service's API begins, as {@code http://127.0.0.1:8101/api/enrollment/v1}. */
    public URI baseUrl(Service service) {
        return URI.create("%s/api/%s/v1".formatted(address(service.door()), service.title()));
    }

    /** Where a service's health, metrics and movable clock answer, as {@code http://127.0.0.1:9101}. */
    public URI managementUrl(Service service) {
        return URI.create(address(service.management()));
    }

    /** Where Kafka's clients connect. */
    public String bootstrap() {
        return settings.bootstrap();
    }

    /** An access token of a demo user, by name (carl) or by role (clinician). */
    public String token(String nameOrRole) {
        return tokens.of(nameOrRole);
    }

    /** The same, as if they had given a second factor too. */
    public String tokenWithSecondFactor(String nameOrRole) {
        return tokens.withSecondFactor(nameOrRole);
    }

    /** Makes a user who is nobody at any clinic yet; {@link #token} then knows them. */
    public void openAccount(String user) throws IOException, InterruptedException {
        new Accounts(settings, secrets).open(user);
        tokens.know(user);
    }

    /** Signs somebody in anew, whose token should say more than before. */
    public String tokenAnew(String user) {
        tokens.forget(user);
        return tokens.of(user);
    }

    /** A connection to a service's database that sees all rows of all clinics: for looking, not for living. */
    public Connection jdbc(Service service) throws SQLException {
        try {
            return LocalPostgres.connect(
                    settings.postgresData(), settings.ports().of(Door.POSTGRES), service.database());
        } catch (IOException e) {
            throw new SQLException("The database's password can not be read.", e);
        }
    }

    /** How a service of this clinic is started. */
    ChildProcess.Plan plan(Service service) throws IOException {
        return new ServiceProcess(settings, secrets, Optional.empty()).plan(service);
    }

    /** Empties databases and topics; nobody may be using them. */
    void forgetEverything() throws IOException, SQLException, InterruptedException, ExecutionException {
        Folders.delete(settings.home().resolve("audit"));
        Databases.empty(Objects.requireNonNull(postgres), secrets);
        Topics.empty(Objects.requireNonNull(kafka));
    }

    /** The processes of this clinic. */
    Children children() {
        return children;
    }

    /** Whether this object holds a clinic that it must end. */
    boolean isOpen() {
        return home != null && !isClosed();
    }

    boolean isClosed() {
        return closed.get();
    }

    /** Ends everything this object started; a clinic it only attached to goes on. */
    @Override
    public synchronized void close() {
        var opened = home;
        if (opened == null || closed.getAndSet(true)) {
            return;
        }
        children.close();
        // Whoever ends it while it starts: what is half started is waited for, so that nothing is left behind.
        Optional.ofNullable(starting).ifPresent(Together::awaitEnd);
        Optional.ofNullable(post).ifPresent(PostOffice::close);
        Optional.ofNullable(kafka).ifPresent(LocalKafka::close);
        Optional.ofNullable(postgres).ifPresent(LocalPostgres::close);
        opened.close();
    }

    private String address(Door door) {
        return "http://127.0.0.1:" + settings.ports().of(door);
    }
}
