package org.stepwell.therapy.notetext;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.seal.Seal;
import org.stepwell.therapy.roster.Patients;

/** Finds patients' names in text that is meant for the record of each patient of the group. */
@Singleton
public class NamesInText {

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
    public void refuse(Map<String, String> texts, Collection<PatientId> of) {
        var names = called(of).values().stream()
                .flatMap(called -> called.all().stream())
                .flatMap(name -> Stream.of(name.split("[\\s-]+")))
                .filter(name -> name.length() >= NAME_CHARACTERS_MIN)
                .map(NamesInText::asWord)
                .toList();
        var errors = texts.entrySet().stream()
                .filter(text -> names.stream()
                        .anyMatch(name -> name.matcher(text.getValue()).find()))
                .map(text -> new FieldError(text.getKey(), "names a patient of the group"))
                .sorted(java.util.Comparator.comparing(FieldError::pointer))
                .toList();
        if (!errors.isEmpty()) {
            throw NoteTextRule.NO_NAMES_IN_SHARED_TEXT.of(
                    errors.stream().map(FieldError::pointer).collect(Collectors.joining(", ")), errors);
        }
    }

    /** Written as a name is, with its capital: a hope is not Hope. */
    private static Pattern asWord(String name) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])");
    }

    /**
     * Who names another patient of the group in what is written about them: in full, which would make one stand in the other's
     * record, or by a first name, which may be somebody else's.
     */
    public Map<PatientId, Doubt> ofOthers(Map<PatientId, PartText> parts) {
        var called = called(parts.keySet());
        var found = new HashMap<PatientId, Doubt>();
        parts.forEach((patient, text) -> {
            var others = called.entrySet().stream()
                    .filter(other -> !other.getKey().equals(patient))
                    .map(Map.Entry::getValue)
                    .toList();
            if (others.stream().anyMatch(other -> other.inFull(text.whole()))) {
                found.put(patient, Doubt.NAMES_ANOTHER);
            } else if (others.stream().anyMatch(other -> other.byFirstName(text.whole()))) {
                found.put(patient, Doubt.FIRST_NAME_OF_ANOTHER);
            }
        });
        return found;
    }

    /** What somebody is called. */
    private record Called(List<String> first, List<String> family) {

        List<String> all() {
            return Stream.concat(first.stream(), family.stream()).toList();
        }

        /** First name and family name, in either order, whatever stands between them but a word. */
        boolean inFull(String text) {
            return first.stream()
                    .anyMatch(given -> family.stream()
                            .anyMatch(name -> next(given, name).matcher(text).find()
                                    || next(name, given).matcher(text).find()));
        }

        boolean byFirstName(String text) {
            return first.stream().anyMatch(given -> asWord(given).matcher(text).find());
        }

        private static Pattern next(String one, String other) {
            return Pattern.compile(
                    "(?<![\\p{L}\\p{N}])" + Pattern.quote(one) + "[^\\p{L}\\p{N}]+" + Pattern.quote(other)
                            + "(?![\\p{L}\\p{N}])",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        }
    }

    private Map<PatientId, Called> called(Collection<PatientId> patients) {
        var called = new HashMap<PatientId, Called>();
        this.patients
                .contacts(patients)
                .forEach((patient, contact) -> opened(patient, contact)
                        .ifPresent(block -> called.put(
                                patient,
                                new Called(named(block, "givenName", "preferredName"), named(block, "familyName")))));
        return called;
    }

    private static List<String> named(JsonNode block, String... fields) {
        return Stream.of(fields)
                .flatMap(field -> Optional.ofNullable(block.get(field)).stream())
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(name -> name.length() >= NAME_CHARACTERS_MIN)
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
