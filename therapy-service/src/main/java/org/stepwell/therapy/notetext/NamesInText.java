package org.stepwell.therapy.notetext;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.seal.Seal;
import org.stepwell.therapy.roster.Patients;

/** Opens what patients are called, so that their names can be looked for in what is written. */
@Singleton
public class NamesInText {

    private static final Logger LOG = Logger.getLogger(NamesInText.class);

    private final Patients patients;
    private final Seal seal;
    private final ObjectMapper json;

    NamesInText(Patients patients, Seal seal, ObjectMapper json) {
        this.patients = patients;
        this.seal = seal;
        this.json = json;
    }

    /** What these are called, as far as enrollment has said it; opened once for whatever is asked of it. */
    public MemberNames of(Collection<PatientId> members) {
        var called = new HashMap<PatientId, Called>();
        patients.contacts(members)
                .forEach((patient, contact) -> opened(patient, contact)
                        .ifPresent(block -> called.put(
                                patient,
                                new Called(named(block, "givenName", "preferredName"), named(block, "familyName")))));
        var notKnown = new HashSet<>(members);
        notKnown.removeAll(called.keySet());
        return new MemberNames(called, notKnown);
    }

    private static List<String> named(JsonNode block, String... fields) {
        return Stream.of(fields)
                .flatMap(field -> Optional.ofNullable(block.get(field)).stream())
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .toList();
    }

    private Optional<JsonNode> opened(PatientId patient, String sealed) {
        try {
            return Optional.of(json.readTree(seal.open(ClinicContext.clinic(), "patient-contact/" + patient, sealed)));
        } catch (JsonProcessingException | IllegalStateException e) {
            // A note can be written whatever is wrong with the contact block; who is on call reads this line.
            LOG.warnf("the contact block of %s does not open, so its names are not looked for: %s", patient, e);
            return Optional.empty();
        }
    }
}
