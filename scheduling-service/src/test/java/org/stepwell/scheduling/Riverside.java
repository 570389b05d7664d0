package org.stepwell.scheduling;

import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import jakarta.enterprise.inject.spi.CDI;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.code.RuleSet;
import org.stepwell.contracts.code.RuleSet.GroupSize;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeAdmitted;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeDischarged;
import org.stepwell.contracts.enrollment.EnrollmentState.ClinicChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.ProgramChanged;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.MovedClock;
import org.stepwell.platform.testing.Person;

/** Riverside, a clinic in New York, as words for tests. Each test makes its own program, room, staff and patients. */
public final class Riverside {

    public static final String API = "/api/scheduling/v1/";
    public static final ZoneId ZONE = ZoneId.of("America/New_York");
    public static final Person ADMIN = Person.at("clinic-admin");
    public static final Person INTAKE = Person.at("intake");
    public static final String EVENING = "EVENING";
    public static final String MORNING = "MORNING";

    private static final String DEADLOCK = "40P01";
    /** A word that chance does not make stands in it. */
    public static final String LINK = "https://meet.example.org/gr0upOfDoras?pwd=q7Zk";

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 6);
    public static final RuleSet NINE_HOURS = nineHoursIn(GroupSize.OF_THE_HOUSE);

    private Riverside() {}

    /** Nine hours a week, mostly in groups of this size. */
    public static RuleSet nineHoursIn(GroupSize size) {
        return new RuleSet(
                "iop-standard",
                1,
                540,
                1_140,
                3,
                5,
                null,
                false,
                null,
                50,
                false,
                RuleSet.Basis.ATTENDED,
                24,
                RuleSet.RECERTIFICATION_DAYS,
                RuleSet.PLAN_DAYS,
                RuleSet.PLAN_REVIEW_DAYS,
                size);
    }

    /** Somebody admitted, or about to be. */
    public record Admitted(PatientId patient, EpisodeId episode) {}

    /**
     * The clinic is open: its zone and week are known, and the clock shows eight in the morning of a new Monday, with no day
     * in sight on which an earlier test closed the clinic. The groups and weeks of earlier tests stand still, so that a test
     * does not wait for what the fifty before it would do.
     */
    public static LocalDate onAFreshMonday() {
        nothingIsDue();
        Broker.say(
                new ClinicChanged(Person.RIVERSIDE, "Riverside", ZONE.getId(), DayOfWeek.MONDAY, null, Instant.EPOCH));
        await().until(() -> INTAKE.asks().get(API + "sessions").statusCode() == 200);
        var monday = now().atZone(ZONE).toLocalDate().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        while (isClosedSoonAfter(monday)) {
            monday = monday.plusWeeks(1);
        }
        moveTo(at(monday, "08:00"));
        return monday;
    }

    private static boolean isClosedSoonAfter(LocalDate monday) {
        var closures = INTAKE.asks()
                .get(API + "closures?from=" + monday + "&to=" + monday.plusDays(20))
                .<List<String>>path("day");
        return !closures.isEmpty();
    }

    public static Instant now() {
        return MovedClock.now();
    }

    /** Moves the clinic's clock; whatever falls due until then is done afterwards. */
    public static void moveTo(Instant moment) {
        MovedClock.to(moment);
    }

    public static Instant at(LocalDate day, String hour) {
        return day.atTime(LocalTime.parse(hour)).atZone(ZONE).toInstant();
    }

    public static ProgramId aProgram(RuleSet rules) {
        var program = new ProgramId(Uuid7.next());
        announce(program, rules);
        return program;
    }

    public static void announce(ProgramId program, RuleSet rules) {
        announce(program, List.of(new ProgramChanged.RulesFrom(LONG_AGO, rules)));
    }

    /** The program goes by other rules from a day on. */
    public static void announce(ProgramId program, RuleSet before, LocalDate day, RuleSet then) {
        announce(
                program,
                List.of(new ProgramChanged.RulesFrom(LONG_AGO, before), new ProgramChanged.RulesFrom(day, then)));
    }

    private static void announce(ProgramId program, List<ProgramChanged.RulesFrom> rules) {
        announce(program, List.of(EVENING, MORNING), rules, false);
    }

    /** The program has these tracks from now on, and nobody is taken any more where it ended. */
    public static void announce(ProgramId program, RuleSet rules, List<String> tracks, boolean ended) {
        announce(program, tracks, List.of(new ProgramChanged.RulesFrom(LONG_AGO, rules)), ended);
    }

    private static void announce(
            ProgramId program, List<String> codes, List<ProgramChanged.RulesFrom> rules, boolean ended) {
        var tracks =
                codes.stream().map(code -> new ProgramChanged.Track(code, code)).toList();
        Broker.say(new ProgramChanged(program, "Recovery", "2.1", 90, tracks, rules, ended, Instant.EPOCH));
    }

    public static StaffId aClinician() {
        return StaffId.fromString(ADMIN.asks()
                .body(Map.of("name", "Dora Diaz", "credentials", List.of("LCSW"), "active", true))
                .post(API + "staff")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    public static String aRoom() {
        return ADMIN.asks()
                .body(Map.of("name", "Room " + UUID.randomUUID(), "seats", 14))
                .post(API + "rooms")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static List<Map<String, String>> from18To21On(DayOfWeek... days) {
        return hours("18:00", "21:00", days);
    }

    public static List<Map<String, String>> hours(String from, String to, DayOfWeek... days) {
        var slots = new ArrayList<Map<String, String>>();
        for (var day : days) {
            slots.add(Map.of("day", day.name(), "from", from, "to", to));
        }
        return slots;
    }

    public static Map<String, Object> groupForm(
            ProgramId program, int capacity, StaffId leader, LocalDate startsOn, List<Map<String, String>> slots) {
        return new HashMap<>(Map.of(
                "name",
                "Evening group",
                "program",
                program,
                "track",
                EVENING,
                "modality",
                "GROUP_THERAPY",
                "capacity",
                capacity,
                "room",
                aRoom(),
                "facilitators",
                List.of(leader),
                "slots",
                slots,
                "startsOn",
                startsOn.toString()));
    }

    /** Opens a group as soon as its program is known here. */
    public static String aGroup(
            ProgramId program, int capacity, StaffId leader, LocalDate startsOn, List<Map<String, String>> slots) {
        return opened(groupForm(program, capacity, leader, startsOn, slots));
    }

    /** The same, by a link instead of in a room. */
    public static Map<String, Object> byLink(Map<String, Object> form) {
        form.remove("room");
        form.put("meetingLink", LINK);
        return form;
    }

    public static String opened(Map<String, Object> form) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> ADMIN.asks().body(form).post(API + "groups"), answer -> answer.statusCode() == 201)
                .path("id");
    }

    /** Says an admission, and waits for the answer to it. */
    public static Admitted admitted(ProgramId program, String track, LocalDate start, int weeklyMinutes) {
        var somebody = new Admitted(new PatientId(Uuid7.next()), new EpisodeId(Uuid7.next()));
        admit(somebody, program, track, start, weeklyMinutes);
        placement(somebody);
        return somebody;
    }

    public static void admit(Admitted who, ProgramId program, String track, LocalDate start, int weeklyMinutes) {
        Broker.say(new EpisodeAdmitted(
                who.patient(), who.episode(), null, program, track, start, start.plusDays(90), weeklyMinutes, now()));
    }

    public static void discharge(Admitted who, LocalDate lastDay) {
        Broker.say(new EpisodeDischarged(
                who.patient(), who.episode(), lastDay, DischargeReason.COMPLETED_GOALS_MET, null, now()));
    }

    /** Nobody was ever there; they were expected until a day. */
    public static void neverCame(Admitted who, LocalDate awaitedUntil) {
        Broker.say(new EpisodeDischarged(who.patient(), who.episode(), awaitedUntil, null, null, now()));
    }

    /** The answer to an admission, once it is given. */
    public static Response placement(Admitted who) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> INTAKE.asks().get(API + "patients/" + who.patient() + "/placements/" + who.episode()),
                        answer -> answer.statusCode() == 200);
    }

    public static Person leading(StaffId staff) {
        return Person.at("clinician").who(staff);
    }

    public static List<String> seatsOf(PatientId patient, LocalDate on) {
        return INTAKE.asks().get(API + "patients/" + patient + "/week?on=" + on).path("sessions.id");
    }

    /** Says how somebody was at a session that is over, as whoever led it. */
    public static void closed(String session, StaffId leader, PatientId patient, String status) {
        leading(leader)
                .asks()
                .body(Map.of("presences", List.of(Map.of("patient", patient, "status", status))))
                .post(API + "sessions/" + session + "/closing")
                .then()
                .statusCode(200);
    }

    private static void nothingIsDue() {
        await().until(Riverside::forgetsWhatIsDue);
    }

    /** False where somebody was doing some of it at this moment, in another order. */
    private static boolean forgetsWhatIsDue() {
        try (var connection = CDI.current().select(DataSource.class).get().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("delete from platform.due");
            return true;
        } catch (SQLException e) {
            if (DEADLOCK.equals(e.getSQLState())) {
                return false;
            }
            throw new IllegalStateException(e);
        }
    }
}
