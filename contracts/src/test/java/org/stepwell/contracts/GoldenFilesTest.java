package org.stepwell.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stepwell.contracts.account.AccountEvent;
import org.stepwell.contracts.aftercare.AftercareEvent;
import org.stepwell.contracts.consent.ConsentEvent;
import org.stepwell.contracts.enrollment.EnrollmentEvent;
import org.stepwell.contracts.finding.FindingEvent;
import org.stepwell.contracts.privacy.PrivacyEvent;
import org.stepwell.contracts.scheduling.SchedulingEvent;
import org.stepwell.contracts.therapy.TherapyEvent;

/**
 * What stands on the wire stays as it is: each event equals its golden file, both ways. A new event gets its file with
 * {@code -Dgolden.write=true}; a changed one is a new version.
 */
class GoldenFilesTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    static Stream<Class<?>> events() {
        return Stream.of(
                        EnrollmentEvent.class,
                        SchedulingEvent.class,
                        TherapyEvent.class,
                        AftercareEvent.class,
                        ConsentEvent.class,
                        PrivacyEvent.class,
                        FindingEvent.class,
                        AccountEvent.class)
                .flatMap(GoldenFilesTest::records);
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventHasAVersionedWireNameAndATopic(Class<?> type) {
        assertThat(type.getAnnotation(Wire.class)).isNotNull();
        assertThat(wireName(type)).matches("[a-z]+(-[a-z]+)*\\.v[0-9]+");
        assertThat(Arrays.stream(type.getInterfaces()).anyMatch(family -> family.isAnnotationPresent(Topic.class)))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventEqualsItsGoldenFileBothWays(Class<?> type) throws IOException {
        var file = GOLDEN.resolve(wireName(type) + ".json");
        if (Boolean.getBoolean("golden.write") && Files.notExists(file)) {
            Files.writeString(file, JSON.writeValueAsString(Samples.of(type)) + "\n");
        }
        var golden = Files.readString(file).strip();

        var read = JSON.readValue(golden, type);

        assertThat(JSON.writeValueAsString(read)).isEqualTo(golden);
    }

    @ParameterizedTest
    @MethodSource("events")
    void aGoldenFileShowsEveryComponent(Class<?> type) throws IOException {
        var golden = JSON.readTree(GOLDEN.resolve(wireName(type) + ".json").toFile());

        for (var component : type.getRecordComponents()) {
            assertThat(golden.hasNonNull(component.getName()))
                    .as("%s.%s", type.getSimpleName(), component.getName())
                    .isTrue();
        }
    }

    @Test
    void noTwoEventsShareAWireName() {
        assertThat(events().map(GoldenFilesTest::wireName)).doesNotHaveDuplicates();
    }

    @Test
    void noGoldenFileIsLeftOfAnEventThatIsGone() throws IOException {
        var names = events().map(type -> wireName(type) + ".json").toList();
        try (var files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(names);
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void theKeyOfAStateSaysWhatItIsAbout(Class<?> type) {
        var topic = Arrays.stream(type.getInterfaces())
                .map(family -> family.getAnnotation(Topic.class))
                .findFirst()
                .orElseThrow();
        var key = ((Event) Samples.of(type)).key();

        assertThat(key.contains("/"))
                .as("%s has key %s", type.getSimpleName(), key)
                .isEqualTo(topic.state());
    }

    private static String wireName(Class<?> type) {
        return type.getAnnotation(Wire.class).value();
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(GoldenFilesTest::records);
    }
}
