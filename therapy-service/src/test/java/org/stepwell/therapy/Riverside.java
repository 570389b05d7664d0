package org.stepwell.therapy;

import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.inject.spi.CDI;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.code.RuleSet;
import org.stepwell.contracts.code.Saying;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeAdmitted;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeDischarged;
import org.stepwell.contracts.enrollment.EnrollmentState.CareTeamChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.ClinicChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.PatientChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.ProgramChanged;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.scheduling.SchedulingState.StaffChanged;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.seal.Seal;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.MovedClock;
import org.stepwell.platform.testing.Person;

/** The clinic of the tests: says on the broker what the other services would say, and has people who call the API. */
public final class Riverside {

    /** Where the API is. */
    public static final String API = "/api/therapy/v1";

    private static final int NOTE_DUE_HOURS = 24;

    private Riverside() {}

    /** Somebody in treatment. */
    public record InCare(PatientId patient, EpisodeId episode) {}

    /** A clinician with a license. */
    public static StaffId aClinician() {
        return somebodyWith(List.of("LCSW", "CADC"), null);
    }

    /** A clinician who does not practise independently, and who answers for their work, where somebody does. */
    public static StaffId aTrainee(@Nullable StaffId supervisor) {
        return somebodyWith(List.of("CADC-R"), supervisor);
    }

    private static StaffId somebodyWith(List<String> credentials, @Nullable StaffId supervisor) {
        var staff = new StaffId(Uuid7.next());
        Broker.say(new ClinicChanged(
                Person.RIVERSIDE, "Riverside", "America/New_York", DayOfWeek.MONDAY, null, Instant.EPOCH));
        Broker.say(new StaffChanged(staff, credentials, true, supervisor, Instant.EPOCH));
        return staff;
    }

    /** A clinician as a caller. */
    public static Person clinician(StaffId staff) {
        return Person.at("clinician").who(staff);
    }

    /** A patient in a program that gives 24 hours for a note, treated by these clinicians. */
    public static InCare aPatientOf(StaffId... team) {
        return aPatientIn(aProgram(), team);
    }

    /** A patient in this program. */
    public static InCare aPatientIn(ProgramId program, StaffId... team) {
        return aPatientSince(LocalDate.EPOCH, program, team);
    }

    /** A patient in this program since a day. */
    public static InCare aPatientSince(LocalDate start, ProgramId program, StaffId... team) {
        var patient = new PatientId(Uuid7.next());
        var episode = new EpisodeId(Uuid7.next());
        Broker.say(admission(patient, episode, program, start));
        Broker.say(new CareTeamChanged(
                patient,
                episode,
                Arrays.stream(team)
                        .map(one -> new CareTeamChanged.Member(one, CareTeamChanged.Role.CLINICIAN))
                        .toList(),
                Instant.EPOCH));
        awaitStatus(200, "/patients/" + patient + "/measures");
        awaitStatus(200, "/episodes/" + episode + "/progress");
        for (var one : team) {
            await("care team of " + patient)
                    .until(() -> clinician(one)
                                    .asks()
                                    .get(API + "/patients/" + patient + "/measures")
                                    .statusCode()
                            == 200);
        }
        return new InCare(patient, episode);
    }

    /** The patient's name as enrollment tells it. */
    public static void isCalled(PatientId patient, String given, String family) {
        var block =
                "{\"givenName\":\"%s\",\"familyName\":\"%s\",\"birthDate\":\"1990-01-01\"}".formatted(given, family);
        told(
                patient,
                null,
                new PatientChanged.ContactRules(true, true, true, false, null, null, Saying.ASK_FOR_A_CALL_BACK),
                block);
    }

    /** How the patient may be reached, at this number. */
    public static void isReached(
            PatientId patient, @Nullable String zone, PatientChanged.ContactRules rules, String phone) {
        told(patient, zone, rules, """
                {"givenName": "Ada", "familyName": "Hart", "birthDate": "1990-01-01", "phone": "%s"}
                """.formatted(phone));
    }

    private static void told(
            PatientId patient, @Nullable String zone, PatientChanged.ContactRules rules, String block) {
        var seal = CDI.current().select(Seal.class).get();
        Broker.say(new PatientChanged(
                patient,
                "en",
                zone,
                rules,
                seal.seal(Person.RIVERSIDE, "patient-contact/" + patient, block),
                Instant.EPOCH));
    }

    /** A program that gives 24 hours for a note. */
    public static ProgramId aProgram() {
        var program = new ProgramId(Uuid7.next());
        Broker.say(said(program));
        return program;
    }

    /** A program in which a certification stands for so many days, and for others from a day on. */
    public static ProgramId aProgramCertifiedFor(int days, LocalDate from, int daysThen) {
        var program = new ProgramId(Uuid7.next());
        Broker.say(said(
                program,
                List.of(
                        new ProgramChanged.RulesFrom(LocalDate.EPOCH, rules(days)),
                        new ProgramChanged.RulesFrom(from, rules(daysThen)))));
        return program;
    }

    /** A program whose first plan is due after so many days, and each review after so many. */
    public static ProgramId aProgramPlannedWithin(int days, int reviewDays) {
        var program = new ProgramId(Uuid7.next());
        Broker.say(said(
                program,
                List.of(new ProgramChanged.RulesFrom(
                        LocalDate.EPOCH, rules(RuleSet.RECERTIFICATION_DAYS, days, reviewDays)))));
        return program;
    }

    /** What enrollment says of a program. */
    public static ProgramChanged said(ProgramId program) {
        return said(
                program, List.of(new ProgramChanged.RulesFrom(LocalDate.EPOCH, rules(RuleSet.RECERTIFICATION_DAYS))));
    }

    private static ProgramChanged said(ProgramId program, List<ProgramChanged.RulesFrom> rules) {
        return new ProgramChanged(
                program,
                "IOP",
                "2.1",
                90,
                List.of(new ProgramChanged.Track("EVENING", "Evening")),
                rules,
                false,
                Instant.EPOCH);
    }

    private static RuleSet rules(int recertificationDays) {
        return rules(recertificationDays, RuleSet.PLAN_DAYS, RuleSet.PLAN_REVIEW_DAYS);
    }

    private static RuleSet rules(int recertificationDays, int planDays, int planReviewDays) {
        return new RuleSet(
                "iop-standard",
                1,
                540,
                1_199,
                3,
                5,
                null,
                false,
                null,
                50,
                false,
                RuleSet.Basis.ATTENDED,
                NOTE_DUE_HOURS,
                recertificationDays,
                planDays,
                planReviewDays,
                RuleSet.GroupSize.OF_THE_HOUSE);
    }

    /** What enrollment says of an admission. */
    public static EpisodeAdmitted admission(PatientId patient, EpisodeId episode, ProgramId program) {
        return admission(patient, episode, program, LocalDate.EPOCH);
    }

    private static EpisodeAdmitted admission(PatientId patient, EpisodeId episode, ProgramId program, LocalDate start) {
        return new EpisodeAdmitted(
                patient, episode, null, program, "EVENING", start, start.plusDays(90), 540, Instant.EPOCH);
    }

    /** The episode is over. */
    public static void discharged(InCare who) {
        discharged(who, LocalDate.EPOCH.plusDays(90));
    }

    /** The episode is over after this day; returns once that is known. */
    public static void discharged(InCare who, LocalDate lastDay) {
        Broker.say(new EpisodeDischarged(
                who.patient(), who.episode(), lastDay, DischargeReason.COMPLETED_GOALS_MET, null, Instant.EPOCH));
        await("the discharge of " + who.patient())
                .until(() -> inClinic(() -> sql().one(
                                "select 1 from episode where id = ? and ended = ?",
                                row -> 1,
                                who.episode().value(),
                                lastDay)
                        .isPresent()));
    }

    /** This clinician answers for the patient first; returns once that is known. */
    public static void treatedFirstBy(InCare who, StaffId staff) {
        Broker.say(new CareTeamChanged(
                who.patient(),
                who.episode(),
                List.of(new CareTeamChanged.Member(staff, CareTeamChanged.Role.PRIMARY_CLINICIAN)),
                Instant.now()));
        await("the primary clinician of " + who.patient())
                .until(() ->
                        inClinic(() -> sql().one("""
                        select 1 from patient p join staff s on s.clinic_id = p.clinic_id and s.id = p.primary_clinician_id
                        where p.id = ? and s.id = ?
                        """, row -> 1, who.patient().value(), staff.value())
                                .isPresent()));
    }

    /** Does something in a transaction of the clinic. */
    public static <T> T inClinic(Callable<T> work) {
        return ClinicContext.in(
                new ClinicContext.Work(Person.RIVERSIDE, "test", null),
                () -> QuarkusTransaction.requiringNew().call(work));
    }

    /** The database, inside of {@link #inClinic}. */
    public static Sql sql() {
        return CDI.current().select(Sql.class).get();
    }

    /** The newest task of a kind about somebody that stands so; empty where there is none. */
    public static Map<String, Object> task(InCare who, String kind, String status) {
        List<Map<String, Object>> found = supervisor()
                .asks()
                .get(API + "/tasks?limit=200&kind=" + kind + "&status=" + status + "&patient=" + who.patient())
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        return found.isEmpty() ? Map.of() : found.getLast();
    }

    /** Waits until there is one. */
    public static Map<String, Object> awaitTask(InCare who, String kind, String status) {
        return await(kind + " " + status).until(() -> task(who, kind, status), task -> !task.isEmpty());
    }

    /** A supervisor, who sees what any care team sees. */
    public static Person supervisor() {
        return Person.at("supervisor").who(StaffId.fromString("019a0000-0000-7000-8000-00000000005a"));
    }

    /** Waits until a supervisor gets this status. */
    public static void awaitStatus(int status, String path) {
        await(status + " at " + path)
                .until(() -> supervisor().asks().get(API + path).statusCode() == status);
    }

    /** Moves the clinic's clock, and does what falls due. */
    public static void clockAt(Instant now) {
        MovedClock.to(now);
    }

    /** A random id. */
    public static UUID anId() {
        return Uuid7.next();
    }
}
