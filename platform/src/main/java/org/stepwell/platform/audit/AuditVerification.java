package org.stepwell.platform.audit;

import java.io.PrintStream;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.stepwell.platform.time.WallClock;

/**
 * A program of its own in each service's image: checks the service's audit against its anchors as its auditor, says so in one line, and
 * ends with 0 where all is what it was, with 1 where it is not, with 2 where that can not be told. It only reads.
 */
public final class AuditVerification {

    private static final Duration TOPIC_WAIT_MAX = Duration.ofSeconds(30);
    private static final String KAFKA = "KAFKA_";

    private AuditVerification() {}

    /** Told by the same variables as the service itself. */
    public static void main(String[] arguments) {
        System.exit(run(System.getenv(), System.out));
    }

    static int run(Map<String, String> told, PrintStream out) {
        try {
            var address = needed(told, "STEPWELL_DATABASE_URL");
            var service = address.replaceFirst("\\?.*", "").replaceFirst(".*/", "");
            var givenUp =
                    Optional.ofNullable(told.get("STEPWELL_AUDIT_GIVEN_UP")).map(GivenUp::parse);
            var anchors = AnchorsOnTopic.read(broker(told), TOPIC_WAIT_MAX).getOrDefault(service, List.of()).stream()
                    .filter(anchor -> givenUp.stream().noneMatch(end -> end.concerns(anchor)))
                    .toList();
            try (var database = DriverManager.getConnection(
                    address,
                    needed(told, "STEPWELL_DATABASE_AUDITOR"),
                    needed(told, "STEPWELL_DATABASE_AUDITOR_PASSWORD"))) {
                database.setReadOnly(true);
                var finding = AuditFinding.of(database, service, anchors, new WallClock().instant());
                out.println(finding.line(service));
                return finding.intact() ? 0 : 1;
            }
        } catch (SQLException | KafkaException | IllegalArgumentException e) {
            out.printf("The audit can not be verified, which is no verdict about it: %s%n", e.getMessage());
            return 2;
        }
    }

    /** Kafka's own settings, as the services take them: {@code KAFKA_SSL_KEYSTORE_TYPE} is {@code ssl.keystore.type}. */
    private static Map<String, Object> broker(Map<String, String> told) {
        var broker = new HashMap<String, Object>();
        told.forEach((name, value) -> {
            if (name.startsWith(KAFKA)) {
                broker.put(
                        name.substring(KAFKA.length()).toLowerCase(Locale.ROOT).replace('_', '.'), value);
            }
        });
        broker.put("bootstrap.servers", needed(told, "STEPWELL_KAFKA"));
        return broker;
    }

    private static String needed(Map<String, String> told, String name) {
        return Optional.ofNullable(told.get(name))
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new IllegalArgumentException("set " + name));
    }
}
