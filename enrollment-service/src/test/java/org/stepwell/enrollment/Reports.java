package org.stepwell.enrollment;

import static org.awaitility.Awaitility.await;
import static org.stepwell.enrollment.Intake.API;

import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.stepwell.contracts.aftercare.AftercareFact.NextStepChanged;
import org.stepwell.contracts.code.NextStepKind;
import org.stepwell.contracts.code.NextStepStatus;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.NextStepId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;

/** What is done for the state's report at a clinic of its own, as words for tests. */
record Reports(Intake intake, String program) {

    static final Map<String, Integer> DRINKS = Map.of(
            "GENDER",
            2,
            "EMPLOY",
            3,
            "LIVARAG",
            1,
            "ARRESTS",
            1,
            "SUB1",
            2,
            "ROUTE1",
            1,
            "FREQ1",
            30,
            "FRSTUSE1",
            16,
            "FREQ_ATND_SELF_HELP",
            0);
    static final Map<String, Integer> SOBER = Map.of(
            "EMPLOY_D", 1, "LIVARAG_D", 3, "ARRESTS_D", 0, "SUB1_D", 2, "FREQ1_D", 0, "FREQ_ATND_SELF_HELP_D", -8);

    /** A clinic that nobody else is in. */
    static Reports atNewClinic() {
        var intake = new Intake(new ClinicId(UUID.randomUUID()));
        intake.setUp("Mill Road");
        return new Reports(intake, intake.program());
    }

    EpisodeId admitted(PatientId patient, String start) {
        intake.screened(patient);
        intake.consented(patient);
        var episode = intake.waiting(patient, program);
        intake.ivy()
                .asks()
                .body(Map.of(
                        "start",
                        start,
                        "careTeam",
                        List.of(Map.of("staff", Intake.CARL.toString(), "role", "PRIMARY_CLINICIAN"))))
                .post(API + "episodes/" + episode + "/admission")
                .then()
                .statusCode(200);
        return episode;
    }

    PatientId born(String day) {
        var form = new HashMap<>(Intake.maya());
        form.put("birthDate", day);
        return intake.patient(form);
    }

    void droppedOut(EpisodeId episode, String lastDay) {
        discharges(episode, Map.of("lastDay", lastDay, "reason", "NO_CONTACT", "waiver", "NO_CONTACT"))
                .statusCode(200);
    }

    void completed(PatientId patient, EpisodeId episode, String lastDay) {
        hasANextStep(patient, episode);
        await().untilAsserted(() -> discharges(episode, Map.of("lastDay", lastDay, "reason", "COMPLETED_GOALS_MET"))
                .statusCode(200));
    }

    void hasANextStep(PatientId patient, EpisodeId episode) {
        Broker.say(
                intake.clinic(),
                new NextStepChanged(
                        patient,
                        episode,
                        new NextStepId(UUID.randomUUID()),
                        NextStepKind.TWELVE_STEP_MEETING,
                        LocalDate.parse("2030-01-01"),
                        NextStepStatus.ACCEPTED,
                        NextStepChanged.By.PATIENT,
                        Instant.EPOCH));
    }

    private ValidatableResponse discharges(EpisodeId episode, Map<String, String> how) {
        return intake.carl()
                .asks()
                .body(how)
                .post(API + "episodes/" + episode + "/discharge")
                .then();
    }

    ValidatableResponse answersAtAdmission(EpisodeId episode, Map<String, Integer> answers) {
        return intake.ivy()
                .asks()
                .body(Map.of("answers", answers))
                .put(API + "episodes/" + episode + "/teds/admission")
                .then();
    }

    ValidatableResponse answersAtDischarge(EpisodeId episode, Map<String, Integer> answers) {
        return intake.carl()
                .asks()
                .body(Map.of("answers", answers))
                .put(API + "episodes/" + episode + "/teds/discharge")
                .then();
    }

    ValidatableResponse nobodyCouldAsk(EpisodeId episode) {
        return intake.carl()
                .asks()
                .body(Map.of())
                .put(API + "episodes/" + episode + "/teds/discharge")
                .then();
    }

    ValidatableResponse missing() {
        return intake.ivy().asks().get(API + "teds/missing").then().statusCode(200);
    }

    Person officer() {
        return Person.of("privacy-officer", intake.clinic()).with("acr", "2");
    }

    String audit(List<String> categories, String lastDay) {
        return officer()
                .asks()
                .body(Map.of(
                        "kind",
                        "AUDIT_AND_EVALUATION",
                        "party",
                        "State office",
                        "reference",
                        "2026-TEDS",
                        "firstDay",
                        "2020-01-01",
                        "lastDay",
                        lastDay,
                        "terms",
                        Map.of(
                                "categories",
                                categories,
                                "disclosesNothingFurther",
                                true,
                                "copies",
                                true,
                                "copiesAreKeptSecureAndDestroyed",
                                true)))
                .post(API + "authorities")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    ValidatableResponse extract(String authority, String moment, String codes, String format) {
        return officer()
                .asks()
                .body(Map.of(
                        "moment", moment,
                        "from", "2026-01-01",
                        "to", "2026-06-30",
                        "authority", authority,
                        "codes", codes,
                        "format", format))
                .post(API + "teds/extracts")
                .then();
    }

    ValidatableResponse figures(String which, String audience) {
        return intake.ada()
                .asks()
                .get(API + "figures/" + which + "?from=2026-01-01&to=2026-06-30&audience=" + audience)
                .then();
    }
}
