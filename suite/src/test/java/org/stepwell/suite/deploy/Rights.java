package org.stepwell.suite.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.stepwell.contracts.Event;
import org.stepwell.contracts.account.AccountEvent;
import org.stepwell.contracts.aftercare.AftercareEvent;
import org.stepwell.contracts.consent.ConsentEvent;
import org.stepwell.contracts.enrollment.EnrollmentEvent;
import org.stepwell.contracts.finding.FindingEvent;
import org.stepwell.contracts.privacy.PrivacyEvent;
import org.stepwell.contracts.scheduling.SchedulingEvent;
import org.stepwell.contracts.therapy.TherapyEvent;
import org.stepwell.platform.event.EventFamily;

/** Each service may write what its code says and read what its code hears, and nothing else. */
final class Rights implements Check {

    private static final String AUDIT = "stepwell.audit";

    private static final List<Class<? extends Event>> FAMILIES = List.of(
            EnrollmentEvent.class,
            SchedulingEvent.class,
            TherapyEvent.class,
            AftercareEvent.class,
            PrivacyEvent.class,
            FindingEvent.class,
            ConsentEvent.class,
            AccountEvent.class);

    @Override
    public List<String> complaints(Rendered rendered) {
        var complaints = new Complaints();
        var users = new TreeSet<String>(Set.of("auditor-kafka"));
        for (var service : Deploy.SERVICES) {
            users.add(service + "-kafka");
            rendered.named("KafkaUser", service + "-kafka")
                    .ifPresent(user -> complaints.same(
                            "KafkaUser " + service + "-kafka",
                            rights(user),
                            expected(service),
                            "it may what its service says and hears"));
        }
        complaints.same(
                "The broker", rendered.names("KafkaUser"), users, "a user for each service, and one for auditors");
        rendered.named("KafkaUser", "auditor-kafka")
                .ifPresent(auditor -> complaints.same(
                        "KafkaUser auditor-kafka",
                        rights(auditor),
                        Set.of(
                                "literal topic stepwell.audit Describe",
                                "literal topic stepwell.audit Read",
                                "prefix group console-consumer- Read"),
                        "auditors read anchors"));
        for (JsonNode user : rendered.all("KafkaUser")) {
            complaints.same(Rendered.name(user), user, "/spec/authentication/type", "tls");
            complaints.same(Rendered.name(user), user, "/metadata/labels/strimzi.io~1cluster", "stepwell");
        }
        return complaints.all();
    }

    private static Set<String> expected(String service) {
        var rights = new TreeSet<String>();
        // What it writes it also reads: after a restore it learns from the broker what it has said.
        FAMILIES.stream().filter(family -> says(service, family)).forEach(family -> {
            grant(family, "Write", rights);
            grant(family, "Read", rights);
        });
        var heard = Source.heard(service);
        FAMILIES.stream()
                .filter(family -> heard.contains(family.getSimpleName()))
                .forEach(family -> grant(family, "Read", rights));
        for (var operation : List.of("Describe", "Read", "Write")) {
            rights.add("literal topic %s %s".formatted(AUDIT, operation));
        }
        rights.add("prefix group %s. Read".formatted(Source.application(service)));
        return rights;
    }

    private static void grant(Class<? extends Event> family, String operation, Set<String> rights) {
        for (var topic : new EventFamily<>(family).topics()) {
            rights.add("literal topic %s %s".formatted(topic, operation));
            rights.add("literal topic %s Describe".formatted(topic));
        }
    }

    /** What the platform says, it says for every service; the rest is said where a record is made. */
    private static boolean says(String service, Class<? extends Event> family) {
        return family == PrivacyEvent.class
                || records(family).anyMatch(record -> Source.makes(service + "-service", record));
    }

    private static Stream<String> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type.getSimpleName())
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(Rights::records);
    }

    private static Set<String> rights(JsonNode user) {
        var rights = new TreeSet<String>();
        for (JsonNode acl : user.at("/spec/authorization/acls")) {
            var resource = acl.path("resource");
            for (JsonNode operation : acl.path("operations")) {
                rights.add("%s %s %s %s"
                        .formatted(
                                resource.path("patternType").asText("literal"),
                                resource.path("type").asText(),
                                resource.path("name").asText(),
                                operation.asText()));
            }
        }
        return rights;
    }
}
