package org.stepwell.aftercare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.Event;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.code.DischargeWaiver;
import org.stepwell.contracts.code.NextStepKind;
import org.stepwell.contracts.code.RelapseTrigger;
import org.stepwell.contracts.enrollment.EnrollmentFact.DischargeCorrected;
import org.stepwell.contracts.enrollment.EnrollmentFact.DischargePlanCancelled;
import org.stepwell.contracts.enrollment.EnrollmentFact.DischargePlanned;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeAdmitted;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeDischarged;
import org.stepwell.contracts.enrollment.EnrollmentState.CareTeamChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.ClinicChanged;
import org.stepwell.contracts.finding.FindingEvent.MeasureScored.Subscale;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.therapy.TherapyFact.DischargeSummarySigned;
import org.stepwell.contracts.therapy.TherapyFact.DischargeSummarySigned.Latest;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.MovedClock;
import org.stepwell.platform.testing.Person;

/** One patient of a test with an episode and a care team, and what enrollment tells about them. */
public final class Scene {

    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    public static final Person SUPERVISOR = Person.at("supervisor");

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    public final PatientId patient = new PatientId(Uuid7.next());
    public final EpisodeId episode = new EpisodeId(Uuid7.next());
    public final StaffId clinician = new StaffId(Uuid7.next());

    private Scene() {}

    /** Somebody in treatment at Riverside. */
    public static Scene somebodyInTreatment() {
        var scene = new Scene();
        Broker.say(new ClinicChanged(
                Person.RIVERSIDE, "Riverside", NEW_YORK.getId(), DayOfWeek.MONDAY, null, Instant.EPOCH));
        Broker.say(new CareTeamChanged(
                scene.patient,
                scene.episode,
                List.of(new CareTeamChanged.Member(scene.clinician, CareTeamChanged.Role.PRIMARY_CLINICIAN)),
                now()));
        return scene;
    }

    /** Somebody whose discharge is planned, with the draft that follows from it. */
    public static Scene somebodyLeavingSoon() {
        var scene = somebodyInTreatment();
        scene.dischargeIsPlannedFor(today().plusDays(14));
        scene.awaitPlan("DRAFT");
        return scene;
    }

    /** Somebody who was discharged today, with an active plan. */
    public static Scene somebodyDischargedToday() {
        var scene = somebodyInTreatment();
        scene.isDischarged(today(), DischargeReason.COMPLETED_GOALS_MET);
        scene.awaitPlan("ACTIVE");
        return scene;
    }

    public Person theClinician() {
        return Person.at("clinician").who(clinician);
    }

    public Person thePatient() {
        return Person.at("patient").who(patient);
    }

    public void isAdmittedTo(EpisodeId next) {
        Broker.say(admission(next));
    }

    /** What enrollment says of an admission. */
    public EpisodeAdmitted admission(EpisodeId next) {
        return new EpisodeAdmitted(
                patient,
                next,
                episode,
                new ProgramId(Uuid7.next()),
                "evening",
                today(),
                today().plusDays(90),
                540,
                now());
    }

    public void dischargeIsPlannedFor(LocalDate day) {
        Broker.say(new DischargePlanned(patient, episode, day, DischargeReason.COMPLETED_GOALS_MET, null, now()));
    }

    public void staysAfterAll() {
        Broker.say(new DischargePlanCancelled(patient, episode, now()));
    }

    public void isDischarged(LocalDate lastDay, DischargeReason reason) {
        isDischarged(lastDay, reason, null);
    }

    public void isDischarged(LocalDate lastDay, DischargeReason reason, @Nullable DischargeWaiver waiver) {
        Broker.say(new EpisodeDischarged(patient, episode, lastDay, reason, waiver, now()));
    }

    /** Of an admission enrollment says that nobody was ever there. */
    public void neverCame(EpisodeId admitted) {
        Broker.say(new EpisodeDischarged(patient, admitted, today().minusDays(1), null, null, now()));
    }

    /** Therapy hands the patient over, in codes. */
    public void isHandedOver() {
        Broker.say(handOff(patient, episode, today(), DischargeReason.COMPLETED_GOALS_MET, now()));
    }

    /** What therapy says of an episode whose summary is signed. */
    static DischargeSummarySigned handOff(
            PatientId who, EpisodeId of, LocalDate lastDay, DischargeReason reason, Instant at) {
        return new DischargeSummarySigned(
                who,
                of,
                lastDay,
                reason,
                "1",
                85,
                true,
                List.of(RelapseTrigger.STRESS, RelapseTrigger.MONEY_IN_HAND),
                true,
                List.of("BUPRENORPHINE"),
                List.of(NextStepKind.WEEKLY_THERAPY, NextStepKind.TWELVE_STEP_MEETING),
                List.of(
                        new Latest("BAM", lastDay, null, null, List.of(new Subscale("RISK", 9, "LOWER"))),
                        new Latest("PHQ-9", lastDay.minusDays(2), 7, "MILD", List.of())),
                at);
    }

    /** Enrollment corrects how the episode ended. */
    public void leftOtherwise(LocalDate lastDay, DischargeReason reason, @Nullable DischargeWaiver waiver) {
        Broker.say(new DischargeCorrected(patient, episode, lastDay, reason, waiver, now()));
    }

    /** It is said of an open plan that they go to no therapy, so that nobody has to ask. */
    public void goesToNoTherapy() {
        theClinician()
                .asks()
                .header("If-Match", "*")
                .body("{\"place\": \"NONE\"}")
                .put("/api/aftercare/v1/plans/" + plan() + "/weekly-therapy");
    }

    /** The id of the episode's plan, once it stands where it should. */
    public String awaitPlan(String status) {
        await("a plan that is " + status)
                .atMost(PATIENCE)
                .untilAsserted(() -> SUPERVISOR
                        .asks()
                        .get("/api/aftercare/v1/episodes/" + episode + "/plan")
                        .then()
                        .statusCode(200)
                        .body("status", org.hamcrest.Matchers.equalTo(status)));
        return plan();
    }

    public String plan() {
        return SUPERVISOR
                .asks()
                .get("/api/aftercare/v1/episodes/" + episode + "/plan")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    /** What this service said of the patient, as {@code type body}, once a line of it contains every word. */
    public List<String> awaitSaid(String... words) {
        await("an event with " + List.of(words))
                .atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(said()).anySatisfy(line -> assertThat(line).contains(words)));
        return said();
    }

    /** Waits until the relay has carried all there is to say, so that what was not said by then is not said. */
    public static void awaitNothingUnsaid() {
        await("an empty outbox").atMost(PATIENCE).until(() -> MovedClock.view().getInt("outbox") == 0);
    }

    public List<String> said() {
        return said(patient);
    }

    /** What this service said of a patient. */
    static List<String> said(PatientId patient) {
        return Broker.said("stepwell.aftercare", patient);
    }

    /** The same, one type only. */
    public List<String> said(String type) {
        return said().stream().filter(line -> line.startsWith(type + " ")).toList();
    }

    public static void say(Event event) {
        Broker.say(event);
    }

    public static LocalDate today() {
        return LocalDate.ofInstant(now(), NEW_YORK);
    }

    /** The clinic's clock. */
    public static Instant now() {
        return MovedClock.now();
    }

    /** Moves the clinic's clock and waits until nothing is late. */
    public static void itIs(Instant now) {
        MovedClock.to(now);
    }

    /** Ten in the morning of a day in New York. */
    public static void itIsTheMorningOf(LocalDate day) {
        itIs(day.atTime(10, 0).atZone(NEW_YORK).toInstant());
    }
}
