package org.stepwell.therapy.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.PatientId;
import org.yaml.snakeyaml.Yaml;

/** The hours of a job are shown as scheduling's description says that it takes them; no code is shared, and no service calls another. */
class SchedulingTakesTheHoursTest {

    private static final Path DESCRIPTION = Path.of("../scheduling-service/openapi.yaml");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 6);

    private final JsonNode api = read();

    @Test
    void aLineHasTheFieldsOfABusyTimeAndNoOthers() {
        var line = schema(api.at("/components/schemas/AvailabilityForm/properties/busy/items"));

        assertThat(Arrays.stream(WorkHours.class.getRecordComponents()).map(RecordComponent::getName))
                .containsExactlyInAnyOrderElementsOf(names(line.get("properties")));
    }

    @Test
    void whatIsNeverMissingThereIsNeverMissingHere() {
        var line = schema(api.at("/components/schemas/AvailabilityForm/properties/busy/items"));

        assertThat(line.get("required").valueStream().map(JsonNode::asText))
                .containsExactlyInAnyOrder("kind", "day", "from", "to", "firstDay");
    }

    @Test
    void workIsAKindAndDaysAreCalledAlike() {
        var fields = schema(api.at("/components/schemas/AvailabilityForm/properties/busy/items"))
                .get("properties");

        assertThat(codes(fields.get("kind"))).contains(WorkHours.WORK);
        assertThat(codes(fields.get("day")))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(DayOfWeek.values()).map(DayOfWeek::name).toList());
    }

    @Test
    void allHoursOfAJobGoIntoOneForm() {
        var night = new Shift(DayOfWeek.FRIDAY, LocalTime.of(22, 0), LocalTime.of(6, 0), DAY, null);
        var most = Collections.nCopies(14, night);

        assertThat(handover(UUID.randomUUID(), most).busy())
                .hasSizeLessThanOrEqualTo(api.at("/components/schemas/AvailabilityForm/properties/busy/maxItems")
                        .asInt());
    }

    @Test
    void theyGoWhereAvailabilityIsSaid() {
        var patient = UUID.randomUUID();
        var night = new Shift(DayOfWeek.FRIDAY, LocalTime.of(22, 0), LocalTime.of(6, 0), DAY, null);
        var path = handover(patient, List.of(night)).path();

        var there = api.get("paths").get(path.replace(patient.toString(), "{patient}"));

        assertThat(there.has("put")).isTrue();
        assertThat(there.at("/put/x-policy").asText()).isEqualTo("PATIENT_DECIDES");
        assertThat(there.at("/put/requestBody/content/application~1json/schema/$ref")
                        .asText())
                .endsWith("/AvailabilityForm");
    }

    private static JobApplicationView.HandoverView handover(UUID patient, List<Shift> shifts) {
        return Objects.requireNonNull(
                JobApplicationView.HandoverView.of(new PatientId(patient), Handover.NONE.changed(true, DAY), shifts));
    }

    private JsonNode schema(JsonNode reference) {
        return api.at(reference.get("$ref").asText().substring(1));
    }

    private List<String> codes(JsonNode field) {
        return schema(field).get("enum").valueStream().map(JsonNode::asText).toList();
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static JsonNode read() {
        try (var description = Files.newBufferedReader(DESCRIPTION)) {
            return new ObjectMapper().valueToTree(new Yaml().load(description));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
