package org.stepwell.therapy.note;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.seal.Seal;
import org.stepwell.therapy.roster.Patients;

/** Finds patients' names in text that is meant for the record of each patient of the group. */
@Singleton
class NamesInText {

    private static final Logger LOG = Logger.getLogger(NamesInText.class);
    private static final int NAME_CHARACTERS_MIN = 2;

    private final Patients patients;
    private final Seal seal;
    private final ObjectMapper json;

    NamesInText(Patients patients, Seal seal, ObjectMapper json) {
        this.patients = patients;
        this.seal = seal;
        this.json = json;
    }

    /** Refuses texts, by their pointers into the request, that name one of these patients. */
    void refuse(Map<String, String> texts, Collection<PatientId> of) {
        var names = new ArrayList<Pattern>();
        patients.contacts(of)
                .forEach((patient, contact) -> namesOf(patient, contact).stream()
                        .flatMap(name -> Stream.of(name.split("[\\s-]+")))
                        .filter(name -> name.length() >= NAME_CHARACTERS_MIN)
                        .map(NamesInText::asWord)
                        .forEach(names::add));
        var errors = texts.entrySet().stream()
                .filter(text -> names.stream()
                        .anyMatch(name -> name.matcher(text.getValue()).find()))
                .map(text -> new FieldError(text.getKey(), "names a patient of the group"))
                .sorted(java.util.Comparator.comparing(FieldError::pointer))
                .toList();
        if (!errors.isEmpty()) {
            throw new Refusal(
                    NoteRule.NO_NAMES_IN_SHARED_TEXT,
                    "This text goes into the record of everybody present. Write names only into each patient's part.",
                    errors);
        }
    }

    /** Written as a name is, with its capital: a hope is not Hope. */
    private static Pattern asWord(String name) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])");
    }

    private List<String> namesOf(PatientId patient, String sealed) {
        try {
            var block = json.readTree(seal.open(ClinicContext.clinic(), "patient-contact/" + patient, sealed));
            return Stream.of("givenName", "familyName", "preferredName")
                    .flatMap(field -> Optional.ofNullable(block.get(field)).stream())
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::asText)
                    .toList();
        } catch (JsonProcessingException | IllegalStateException e) {
            // A note can be written whatever is wrong with the contact block; who is on call reads this line.
            LOG.warnf("the contact block of %s does not open, so its names are not looked for: %s", patient, e);
            return List.of();
        }
    }
}
