package org.stepwell.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.stepwell.enrollment.Intake.API;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.platform.testing.StepwellTestResource;

/** Patients from a file of another system. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class ImportTest {

    private static final String HEADER = "givenName,familyName,birthDate,phone,mayPhone,mayVoicemail\n";
    private static final String MAYA = "Maya,Lindqvist,1991-04-12,+1 555 0100,yes,no\n";
    private static final String OTTO = "Otto,\"Brandt, Jr.\",1980-01-31,,,\n";

    // A clinic of its own, where nobody is registered yet.
    private final Intake millbrook = new Intake(new ClinicId(UUID.randomUUID()));

    @BeforeEach
    void setUp() {
        millbrook.setUp("Millbrook");
    }

    @Test
    void aDryRunSaysWhatWouldComeOfEachLineAndRegistersNobody() {
        imported(true, HEADER + MAYA + OTTO)
                .statusCode(200)
                .body("line", equalTo(List.of(2, 3)))
                .body("outcome", everyItem(equalTo("WOULD_BE_REGISTERED")))
                .body("patient", everyItem(nullValue()));

        millbrook.ivy().asks().get(API + "patients").then().body("items.size()", equalTo(0));
    }

    @Test
    void whoeverNobodyKnowsIsRegisteredAndSendingItAgainRegistersNobodyTwice() {
        var first = imported(false, HEADER + MAYA + OTTO)
                .body("outcome", everyItem(equalTo("REGISTERED")))
                .extract();
        millbrook
                .ivy()
                .asks()
                .get(API + "patients/" + first.path("[1].patient"))
                .then()
                .body("familyName", equalTo("Brandt, Jr."))
                .body("language", equalTo("en"))
                .body("contactRules.phone", equalTo(false));
        millbrook
                .ivy()
                .asks()
                .header("X-Family-Name", "lindq")
                .get(API + "patients")
                .then()
                .body("items.id", equalTo(List.of(first.<String>path("[0].patient"))));

        imported(false, HEADER + MAYA + OTTO)
                .body("outcome", everyItem(equalTo("LOOKS_LIKE_A_PATIENT")))
                .body("patient", equalTo(first.path("patient")));
        millbrook.ivy().asks().get(API + "patients").then().body("items.size()", equalTo(2));
    }

    @Test
    void whoeverStandsTwiceInAFileIsRegisteredOnce() {
        imported(false, HEADER + MAYA + MAYA.replace("Lindqvist", "Lindkvist"))
                .body("outcome", equalTo(List.of("REGISTERED", "LOOKS_LIKE_A_LINE_ABOVE")));
    }

    @Test
    void aLineThatCanNotBeReadSaysWhyAndTheOthersAreRegistered() {
        imported(
                        false,
                        HEADER
                                + "Ada,,1970-01-01,,,\n"
                                + "Ben,Cole,29/02/2001,,,\n"
                                + "Cleo,Dunn,2001-02-29,,maybe,\n"
                                + "Dora,Eck,2199-01-01,,,\n"
                                + "Emil,Fox,1970-01-01,,no,yes\n"
                                + "Finn,Gray,2020-05-05,,,\n"
                                + "Gina,Hall\n"
                                + MAYA)
                .statusCode(200)
                .body("line", equalTo(List.of(2, 3, 4, 5, 6, 7, 8, 9)))
                .body("outcome", equalTo(withLast("CAN_NOT_BE_READ", 7, "REGISTERED")))
                .body("[0].errors.pointer", equalTo(List.of("/familyName")))
                .body("[1].errors.pointer", equalTo(List.of("/birthDate")))
                .body("[2].errors.pointer", equalTo(List.of("/birthDate", "/mayPhone")))
                .body("[3].errors.pointer", equalTo(List.of("/birthDate")))
                .body("[4].errors.pointer", equalTo(List.of("/mayVoicemail")))
                .body("[5].errors.pointer", equalTo(List.of("/guardianName")))
                .body("[6].errors.detail", equalTo(List.of("has another number of cells than the first line")));
        millbrook.ivy().asks().get(API + "patients").then().body("items.size()", equalTo(1));
    }

    @Test
    void whatMayBeSaidToWhoeverAnswersComesAlong() {
        var lines = imported(false, """
                        givenName,familyName,birthDate,phone,mayPhone,maySay
                        Maya,Lindqvist,1991-04-12,+1 555 0100,yes,NOTHING
                        Otto,Brandt,1980-01-31,+1 555 0101,yes,whatever
                        """)
                .body("outcome", equalTo(List.of("REGISTERED", "CAN_NOT_BE_READ")))
                .body("[1].errors.pointer", equalTo(List.of("/maySay")))
                .extract();

        millbrook
                .ivy()
                .asks()
                .get(API + "patients/" + lines.path("[0].patient"))
                .then()
                .body("contactRules.maySay", equalTo("NOTHING"));
    }

    @Test
    void aMinorComesWithAGuardianAndEverybodyWithTheHoursOfTheirOwn() {
        var header = "givenName,familyName,birthDate,interpreter,mayPhone,reachFrom,reachUntil,"
                + "guardianName,guardianRelationship,guardianPhone,emergencyName,consentsAsMinor\n";
        var first = imported(
                        false,
                        header
                                + "Maya,Lindqvist,2012-04-12,yes,yes,17:00,20:30,Tomas Lindqvist,PARENT,+1 555 0101,Ana Ruiz,\n"
                                + "Otto,Brandt,2012-04-13,,,,,,,,,yes\n"
                                + "Ada,Cole,2012-04-14,,yes,20:30,17:00,Tim Cole,,,,\n"
                                + "Ben,Dunn,2012-04-15,,,five,,Tim Dunn,UNCLE,,,\n"
                                + "Cleo,Eck,2012-04-16,,,17:00,,,,+1 555 0101,,\n"
                                + "Dora,Fox,2012-04-17,,,,,Tim Fox,,none,,\n")
                .body(
                        "outcome",
                        equalTo(List.of(
                                "REGISTERED",
                                "REGISTERED",
                                "CAN_NOT_BE_READ",
                                "CAN_NOT_BE_READ",
                                "CAN_NOT_BE_READ",
                                "CAN_NOT_BE_READ")))
                .body("[2].errors.pointer", equalTo(List.of("/reachUntil")))
                .body("[3].errors.pointer", equalTo(List.of("/reachFrom", "/guardianRelationship")))
                .body("[4].errors.pointer", equalTo(List.of("/reachUntil", "/guardianName")))
                .body("[5].errors.pointer", equalTo(List.of("/guardianPhone")))
                .extract();
        millbrook
                .ivy()
                .asks()
                .get(API + "patients/" + first.path("[0].patient"))
                .then()
                .body("interpreter", equalTo(true))
                .body("contactRules.hours.from", startsWith("17:00"))
                .body("people.name", equalTo(List.of("Tomas Lindqvist", "Ana Ruiz")))
                .body("people.guardian", equalTo(List.of(true, false)))
                .body("people.inEmergency", equalTo(List.of(false, true)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "givenName,familyName\nMaya,Lindqvist\n",
                "givenName,familyName,birthDate,ssn\nMaya,Lindqvist,1991-04-12,1\n",
                "givenName,givenName,familyName,birthDate\nMaya,May,Lindqvist,1991-04-12\n",
                "givenName,familyName,birthDate\nMaya,\"Lindqvist,1991-04-12\n"
            })
    void aFileThatIsNoneIsRefused(String csv) {
        imported(false, csv)
                .statusCode(400)
                .body("type", endsWith("/import-is-readable"))
                .body("errors[0].pointer", equalTo("/csv"));
    }

    @Test
    void aFileHasFiveHundredPeopleAtMost() {
        imported(true, HEADER + people(500)).statusCode(200).body("size()", equalTo(500));
        imported(true, HEADER + people(501)).statusCode(400).body("detail", containsString("500"));
    }

    @Test
    void fiveHundredAreRegisteredAtOnce() {
        var outcomes = imported(false, HEADER + people(500)).extract().<List<String>>path("outcome");

        assertThat(outcomes).hasSize(500).containsOnly("REGISTERED");
    }

    private static String people(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "Given%s,Family%s,19%02d-%02d-%02d,,,\n"
                        .formatted(letters(i), letters(i * 7), i % 90, 1 + i % 12, 1 + i % 28))
                .collect(Collectors.joining());
    }

    /** A number in consonants, so that no two sound alike. */
    private static String letters(int number) {
        return Integer.toString(number, 8)
                .chars()
                .mapToObj(digit -> String.valueOf("bdfgkmrt".charAt(digit - '0')) + "a")
                .collect(Collectors.joining());
    }

    private static List<String> withLast(String outcome, int times, String last) {
        var all = new java.util.ArrayList<>(Collections.nCopies(times, outcome));
        all.add(last);
        return all;
    }

    private ValidatableResponse imported(boolean dryRun, String csv) {
        return millbrook
                .ivy()
                .asks()
                .body(Map.of("dryRun", dryRun, "csv", csv))
                .post(API + "patients/imports")
                .then();
    }
}
