package org.stepwell.platform.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Real PostgreSQL, a real broker, a real mail server and a real issuer of tokens for the tests of one service, started once. */
public final class StepwellTestResource implements QuarkusTestResourceLifecycleManager {

    /** The setting that says where the database server keeps its data, and beside it its log. */
    static final String DATA = "stepwell.test.postgres";

    private static final String DATABASE = "stepwell";
    private static final String OWNER = "stepwell_owner";
    private static final String RUNTIME = "stepwell_runtime";
    private static final String AUDITOR = "stepwell_auditor";

    /** Keys of two partitions are heard in any order, as in production; each further one only makes the start longer. */
    private static final int PARTITIONS_MAX = 2;

    private @Nullable LocalPostgres postgres;
    private @Nullable LocalKafka kafka;
    private @Nullable TestIssuer issuer;
    private @Nullable LocalMail mail;
    private @Nullable LocalTextGateway texts;

    @Override
    public Map<String, String> start() {
        Path home;
        Path data;
        try {
            home = Files.createTempDirectory("stepwell-test");
            data = home.resolve("postgres");
            postgres = LocalPostgres.start(data, 0, false);
            postgres.createDatabase(DATABASE, OWNER, OWNER, RUNTIME, RUNTIME);
            postgres.createAuditor(DATABASE, AUDITOR, AUDITOR);
            kafka = LocalKafka.start(home.resolve("kafka"), 0, 0);
            kafka.createTopics(Topics.all().stream()
                    .map(topic -> topic.within(PARTITIONS_MAX))
                    .toList());
            issuer = TestIssuer.start();
            mail = LocalMail.start(home.resolve("mail"), 0);
            texts = LocalTextGateway.start(home.resolve("texts"), 0);
        } catch (IOException | SQLException | InterruptedException e) {
            throw new IllegalStateException("the test's database, broker, issuer or mail server did not start", e);
        }
        var settings = new HashMap<String, String>();
        settings.put("stepwell.database.url", postgres.jdbcUrl(DATABASE));
        settings.put("stepwell.database.user", RUNTIME);
        settings.put("stepwell.database.password", RUNTIME);
        settings.put("stepwell.database.owner", OWNER);
        settings.put("stepwell.database.owner.password", OWNER);
        settings.put("stepwell.database.auditor", AUDITOR);
        settings.put("stepwell.database.auditor.password", AUDITOR);
        settings.put("stepwell.audit.anchor", home.resolve("audit").toString());
        settings.put(DATA, data.toString());
        settings.put("stepwell.kafka", kafka.bootstrap());
        settings.put("stepwell.issuer", issuer.url());
        settings.put("stepwell.mail.port", Integer.toString(mail.port()));
        settings.put("stepwell.mail.start-tls", "DISABLED");
        settings.put("quarkus.mailer.mock", "false"); // in tests Quarkus would only pretend
        settings.put("stepwell.letters.url", "https://documents.example");
        settings.put(Mailbox.FOLDER, home.resolve("mail").toString());
        settings.put("stepwell.text-messages.url", texts.url().toString());
        settings.put("stepwell.text-messages.secret", TextsReceived.SECRET);
        settings.put(TextsReceived.FOLDER, home.resolve("texts").toString());
        settings.put("stepwell.seal.keys", home.resolve("keys").toString());
        settings.put("stepwell.seal.missing", "make");
        settings.put("stepwell.clock", "movable");
        settings.put("stepwell.events.again", "1S");
        settings.put("stepwell.accounts.required", "false"); // most tests make people up by their tokens
        settings.put("stepwell.limits.rationed-anonymous-burst", "1000"); // all tests come from one address
        settings.put("quarkus.http.host", "127.0.0.1");
        settings.put("quarkus.management.host", "127.0.0.1");
        return settings;
    }

    /** A connection of whom nothing is kept from, for looking at how the server works. */
    public static Connection superuser() throws SQLException, IOException {
        var config = ConfigProvider.getConfig();
        var url = config.getValue("stepwell.database.url", String.class);
        var data = Path.of(config.getValue(DATA, String.class));
        return DriverManager.getConnection(url, "postgres", LocalPostgres.superuserPasswordOf(data));
    }

    @Override
    public void stop() {
        if (texts != null) {
            texts.close();
        }
        if (mail != null) {
            mail.close();
        }
        if (issuer != null) {
            issuer.close();
        }
        if (kafka != null) {
            kafka.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }
}
