package org.stepwell.suite;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.audit.AuditAnchor;
import org.stepwell.platform.audit.AuditCheck;

/** Checks the audit of each service against its anchors; exit code 1 where one is not what it was. */
public final class AuditVerify implements Verb {
    private static final String USAGE = "audit knows: ./stepwell audit verify [SERVICE] [--json], "
            + "and for a clinic elsewhere " + AuditElsewhere.USAGE;
    private static final Duration TOPIC_WAIT_MAX = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(200);

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
        return findings.values().stream().allMatch(Finding::intact) ? 0 : 1;
    }

    private static Map<String, Finding> here(List<Service> services) throws SQLException, IOException {
        return verify(Clinic.attach(), services);
    }

    private static List<Service> services(List<String> names) {
        return names.isEmpty()
                ? Service.all()
                : names.stream()
                        .map(name -> Service.named(name).orElseThrow(() -> new Trouble(USAGE)))
                        .toList();
    }

    /**
     * What was found in one service.
     *
     * @param rows links that are sound, counted from the first
     * @param unlinked rows that wait for their link, which takes about a second
     * @param anchored the number up to which an anchor vouches
     * @param firstBad the number of the first link that is not what it was, or null
     */
    public record Finding(
            boolean intact,
            long rows,
            long unlinked,
            String head,
            long anchored,
            @Nullable Long firstBad,
            String verdict) {}

    /** Checks these services of a clinic, by their names. */
    public static Map<String, Finding> verify(Clinic clinic, List<Service> services) throws SQLException, IOException {
        var told = onTopic(clinic);
        var findings = new LinkedHashMap<String, Finding>();
        for (var service : services) {
            var anchors = new ArrayList<>(inFile(clinic, service));
            anchors.addAll(told.getOrDefault(service.title(), List.of()));
            try (var database = clinic.jdbc(service)) {
                findings.put(service.title(), verify(database, service, anchors));
            }
        }
        return findings;
    }

    /** Checks one service; the connection sees the rows of all clinics. */
    static Finding verify(Connection database, Service service, List<AuditAnchor> anchors) throws SQLException {
        var found = AuditCheck.of(database, service.title(), anchors, Instant.now());
        long anchored = anchors.stream().mapToLong(AuditAnchor::sequence).max().orElse(0);
        boolean unanchored = found.intact() && anchors.isEmpty() && found.links() > 0;
        return new Finding(
                found.intact() && !unanchored,
                found.links(),
                found.unlinked(),
                found.head(),
                anchored,
                unanchored ? Long.valueOf(1) : found.firstBad(),
                unanchored ? "no anchor was found, in a file or on the topic" : found.finding());
    }

    private static List<AuditAnchor> inFile(Clinic clinic, Service service) throws IOException {
        var file = clinic.settings().auditAnchor(service);
        return Files.exists(file) ? Anchors.inFile(file, service) : List.of();
    }

    /** All anchors that the topic still has, by service; no verdict without it. */
    private static Map<String, List<AuditAnchor>> onTopic(Clinic clinic) {
        var found = new LinkedHashMap<String, List<AuditAnchor>>();
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", clinic.bootstrap(), "enable.auto.commit", false, "default.api.timeout.ms", (int)
                        TOPIC_WAIT_MAX.toMillis());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(AuditAnchor.TOPIC).stream()
                    .map(info -> new TopicPartition(AuditAnchor.TOPIC, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                consumer.poll(POLL)
                        .forEach(record -> found.computeIfAbsent(
                                        AuditAnchor.serviceOf(record.key()), _ -> new ArrayList<>())
                                .add(Anchors.read(record.value(), "The topic " + AuditAnchor.TOPIC)));
            }
        } catch (KafkaException e) {
            // Whoever rewrote the rows may have rewritten the files of this machine, too: intact would be a guess.
            throw new Trouble(
                    "The topic %s can not be read, and without it the audit is not proven (%s). Start the broker; ./stepwell status says what is down."
                            .formatted(AuditAnchor.TOPIC, e.getMessage()),
                    e);
        }
        return found;
    }

    private static void print(String service, Finding found) {
        System.out.printf(
                "%-11s %8d rows, %d unlinked, head %s, anchored to %d: %s%n",
                service,
                found.rows(),
                found.unlinked(),
                found.head().substring(0, 16),
                found.anchored(),
                sentence(found));
    }

    private static String sentence(Finding found) {
        return found.intact() ? "intact" : "BROKEN at %d: %s".formatted(found.firstBad(), found.verdict());
    }
}
