package org.stepwell.suite;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.stepwell.platform.audit.AnchorsOnTopic;
import org.stepwell.platform.audit.AuditAnchor;
import org.stepwell.platform.audit.AuditFinding;

/** Checks the audit of each service against its anchors; exit code 1 where one is not what it was. */
public final class AuditVerify implements Verb {
    private static final String USAGE = "audit knows: ./stepwell audit verify [SERVICE] [--json], "
            + "and for a clinic elsewhere " + AuditElsewhere.USAGE;
    private static final Duration TOPIC_WAIT_MAX = Duration.ofSeconds(5);

    @Override
    public int run(List<String> arguments) throws Exception {
        if (arguments.isEmpty() || !"verify".equals(arguments.getFirst())) {
            throw new Trouble(USAGE);
        }
        var rest = new ArrayList<>(arguments.subList(1, arguments.size()));
        var asJson = rest.remove("--json");
        var findings = rest.contains("--database")
                ? AuditElsewhere.of(rest, System.getenv()).verify()
                : here(services(rest));
        if (asJson) {
            System.out.println(new ObjectMapper().writeValueAsString(findings));
        } else {
            findings.forEach(AuditVerify::print);
        }
        return findings.values().stream().allMatch(AuditFinding::intact) ? 0 : 1;
    }

    private static Map<String, AuditFinding> here(List<Service> services) throws SQLException, IOException {
        return verify(Clinic.attach(), services);
    }

    private static List<Service> services(List<String> names) {
        return names.isEmpty()
                ? Service.all()
                : names.stream()
                        .map(name -> Service.named(name).orElseThrow(() -> new Trouble(USAGE)))
                        .toList();
    }

    /** Checks these services of a clinic, by their names. */
    public static Map<String, AuditFinding> verify(Clinic clinic, List<Service> services)
            throws SQLException, IOException {
        var told = onTopic(clinic);
        var findings = new LinkedHashMap<String, AuditFinding>();
        for (var service : services) {
            var anchors = new ArrayList<>(inFile(clinic, service));
            anchors.addAll(told.getOrDefault(service.title(), List.of()));
            try (var database = clinic.jdbc(service)) {
                findings.put(service.title(), AuditFinding.of(database, service.title(), anchors, Instant.now()));
            }
        }
        return findings;
    }

    private static List<AuditAnchor> inFile(Clinic clinic, Service service) throws IOException {
        var file = clinic.settings().auditAnchor(service);
        return Files.exists(file) ? Anchors.inFile(file, service) : List.of();
    }

    /** No verdict without it. */
    private static Map<String, List<AuditAnchor>> onTopic(Clinic clinic) {
        try {
            return AnchorsOnTopic.read(Map.of("bootstrap.servers", clinic.bootstrap()), TOPIC_WAIT_MAX);
        } catch (KafkaException e) {
            // Whoever rewrote the rows may have rewritten the files of this machine, too: intact would be a guess.
            throw new Trouble(
                    "The topic %s can not be read, and without it the audit is not proven (%s). Start the broker; ./stepwell status says what is down."
                            .formatted(AuditAnchor.TOPIC, e.getMessage()),
                    e);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Trouble(
                    "The topic %s holds a line that is no anchor: %s".formatted(AuditAnchor.TOPIC, e.getMessage()), e);
        }
    }

    private static void print(String service, AuditFinding found) {
        System.out.println(found.line(service));
    }
}
