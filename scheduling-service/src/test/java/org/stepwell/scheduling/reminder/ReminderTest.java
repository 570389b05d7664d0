package org.stepwell.scheduling.reminder;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.stepwell.scheduling.Riverside.ADMIN;
import static org.stepwell.scheduling.Riverside.API;
import static org.stepwell.scheduling.Riverside.EVENING;
import static org.stepwell.scheduling.Riverside.INTAKE;
import static org.stepwell.scheduling.Riverside.NINE_HOURS;
import static org.stepwell.scheduling.Riverside.aClinician;
import static org.stepwell.scheduling.Riverside.aGroup;
import static org.stepwell.scheduling.Riverside.aProgram;
import static org.stepwell.scheduling.Riverside.aRoom;
import static org.stepwell.scheduling.Riverside.admit;
import static org.stepwell.scheduling.Riverside.at;
import static org.stepwell.scheduling.Riverside.discharge;
import static org.stepwell.scheduling.Riverside.from18To21On;
import static org.stepwell.scheduling.Riverside.hours;
import static org.stepwell.scheduling.Riverside.moveTo;
import static org.stepwell.scheduling.Riverside.now;
import static org.stepwell.scheduling.Riverside.onAFreshMonday;
import static org.stepwell.scheduling.Riverside.placement;
import static org.stepwell.scheduling.Riverside.seatsOf;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.Saying;
import org.stepwell.contracts.enrollment.ContactBlock;
import org.stepwell.contracts.enrollment.EnrollmentState.PatientChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.PatientChanged.ContactRules;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.message.ContactSeal;
import org.stepwell.platform.message.PatientContact;
import org.stepwell.platform.message.PatientContacts;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Mailbox;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.platform.testing.TextsReceived;
import org.stepwell.scheduling.Riverside.Admitted;

/** Monday, Wednesday and Friday from six to nine, and a patient who would like to be reminded. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class ReminderTest {

    private static final ContactRules BY_MAIL =
            new ContactRules(false, false, true, false, null, null, Saying.ASK_FOR_A_CALL_BACK);

    @Inject
    ContactSeal seal;

    @Inject
    PatientContacts contacts;

    @Inject
    MeterRegistry metrics;

    private LocalDate monday = LocalDate.EPOCH;
    private ProgramId program = new ProgramId(new UUID(0, 0));
    private final Admitted ada = new Admitted(new PatientId(Uuid7.next()), new EpisodeId(Uuid7.next()));
    private final String address = "ada-%s@example.org".formatted(UUID.randomUUID());
    private final String number =
            "+1555%07d".formatted(Math.floorMod(UUID.randomUUID().hashCode(), 9_000) * 1000 + 111);

    @BeforeEach
    void threeEvenings() {
        monday = onAFreshMonday();
        program = aProgram(NINE_HOURS);
        aGroup(program, 12, aClinician(), monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
    }

    @Test
    void aPatientIsRemindedOnceOfEachDayByAMailThatSaysNothingElse() {
        isReached("en", null, BY_MAIL);
        isAdmitted();
        moveTo(at(monday, "08:59"));
        assertThat(Mailbox.of(address)).isEmpty();

        moveTo(at(monday, "09:01"));
        moveTo(at(monday.plusDays(1), "17:59"));
        assertThat(Mailbox.of(address)).hasSize(1);
        moveTo(at(monday.plusDays(1), "18:01"));
        moveTo(at(monday.plusDays(2), "12:00"));

        assertThat(Mailbox.of(address)).hasSize(2).allSatisfy(mail -> {
            assertThat(mail.subject()).isEqualTo("Appointment reminder");
            assertThat(mail.from() + mail.text())
                    .doesNotContainIgnoringCase("riverside")
                    .doesNotContainIgnoringCase("recovery")
                    .doesNotContainIgnoringCase("group")
                    .doesNotContainIgnoringCase("ada ");
        });
        assertThat(Mailbox.of(address).getLast().text())
                .startsWith("Reminder: you have an appointment on Wednesday, ")
                .endsWith(", at 6:00 PM. If you can not come, please call.");
        assertThat(told()).containsExactly("SENT EMAIL", "SENT EMAIL");
    }

    @Test
    void itGoesInTheSafeHoursOfWhereTheyLiveAndInTheirLanguage() {
        isReached(
                "es",
                "America/Los_Angeles",
                new ContactRules(
                        false, false, true, false, LocalTime.of(17, 0), LocalTime.of(20, 30), Saying.CLINIC_NAME));
        isAdmitted();

        moveTo(at(monday.plusDays(1), "19:59")); // a minute before five in Los Angeles
        assertThat(Mailbox.of(address)).isEmpty();
        moveTo(at(monday.plusDays(1), "20:01"));

        assertThat(Mailbox.of(address)).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("Recordatorio de cita");
            assertThat(mail.text())
                    .contains("tiene una cita el miércoles, ")
                    .contains("a las 15:00 (P")
                    .endsWith("\n\nRiverside");
        });
        assertThat(told()).containsExactly("SENT EMAIL", "SUPERSEDED null"); // Monday's came too late for that
    }

    @Test
    void whoAskedNotToBeWrittenToMeanwhileIsNot() {
        isReached("en", null, BY_MAIL);
        isAdmitted();

        isReached("en", null, new ContactRules(true, false, false, true, null, null, Saying.CLINIC_NAME));
        moveTo(at(monday.plusDays(2), "12:00"));

        assertThat(Mailbox.of(address)).isEmpty();
        assertThat(told()).containsExactly("NO_SAFE_WAY null", "NO_SAFE_WAY null");
    }

    @Test
    void whereNothingMayBeSaidNothingIs() {
        isReached("en", null, new ContactRules(true, true, true, true, null, null, Saying.NOTHING));
        isAdmitted();

        moveTo(at(monday, "12:00"));

        assertThat(Mailbox.of(address)).isEmpty();
        assertThat(TextsReceived.of(number)).isEmpty();
        assertThat(told()).containsExactly("NO_SAFE_WAY null");
    }

    @Test
    void nobodyIsRemindedOfWhatWasCancelledAndWhoWasIsToldSo() {
        isReached("en", null, BY_MAIL);
        isAdmitted();
        var onMonday = seatsOf(ada.patient(), monday).getFirst();
        var onFriday = seatsOf(ada.patient(), monday).getLast();
        moveTo(at(monday, "10:00"));
        assertThat(Mailbox.of(address)).hasSize(1);

        cancel(onMonday);
        cancel(onFriday);
        moveTo(at(monday, "10:01"));
        moveTo(at(monday.plusDays(1), "18:01"));
        moveTo(at(monday.plusDays(4), "12:00"));

        assertThat(Mailbox.of(address))
                .extracting(Mailbox.Received::subject)
                .containsExactly("Appointment reminder", "Appointment change", "Appointment reminder");
        assertThat(Mailbox.of(address).get(1).text())
                .startsWith("A change: on Monday, ")
                .endsWith(", the appointment at 6:00 PM is cancelled.");
        assertThat(Mailbox.of(address).get(2).text()).contains("on Wednesday, ");
    }

    @Test
    void whoWasRemindedIsToldWhenTheSessionMovesToAnotherDayAndIsRemindedOfThat() {
        isReached("en", null, BY_MAIL);
        isAdmitted();
        moveTo(at(monday, "10:00"));
        moveTo(at(monday.plusDays(1), "18:01"));
        assertThat(Mailbox.of(address)).hasSize(2);

        moves(seatsOf(ada.patient(), monday).get(1), monday.plusDays(3));
        moveTo(at(monday.plusDays(1), "18:05"));
        moveTo(at(monday.plusDays(2), "18:06"));

        assertThat(Mailbox.of(address))
                .extracting(Mailbox.Received::subject)
                .containsExactly(
                        "Appointment reminder", "Appointment reminder", "Appointment change", "Appointment reminder");
        assertThat(Mailbox.of(address).get(2).text()).contains("Wednesday", "is cancelled");
        assertThat(Mailbox.of(address).get(3).text()).contains("on Thursday, ", "at 5:00 PM");
    }

    @Test
    void aSessionThatMovesToAnEarlierDayIsRemindedOfInTime() {
        isReached("en", null, BY_MAIL);
        isAdmitted();
        moveTo(at(monday, "10:00"));

        moves(seatsOf(ada.patient(), monday).getLast(), monday.plusDays(1));
        moveTo(at(monday, "17:01"));

        assertThat(Mailbox.of(address)).hasSize(2);
        assertThat(Mailbox.of(address).getLast().text()).contains("on Tuesday, ", "at 5:00 PM");
    }

    @Test
    void aSecondAppointmentOnADayOfWhichOneWasRemindedIsTold() {
        isReached("en", null, BY_MAIL);
        isAdmitted();
        moveTo(at(monday, "10:00"));
        var extra = aGroup(program, 12, aClinician(), monday, hours("13:00", "14:00", MONDAY));

        String session = INTAKE.asks()
                .get(API + "sessions?limit=200")
                .path("items.find { it.group == '%s' && it.day == '%s' }.id".formatted(extra, monday));
        INTAKE.asks()
                .body(Map.of("patient", ada.patient(), "episode", ada.episode()))
                .post(API + "sessions/" + session + "/seats")
                .then()
                .statusCode(201);
        moveTo(at(monday, "10:05"));
        moveTo(at(monday, "15:00"));
        cancel(seatsOf(ada.patient(), monday).get(1)); // that at six; the other one is over
        moveTo(at(monday, "15:01"));

        assertThat(Mailbox.of(address)).hasSize(3);
        assertThat(Mailbox.of(address).get(1).text()).contains("please come at 1:00 PM, 6:00 PM");
        assertThat(Mailbox.of(address).get(2).text()).contains("the appointment at 6:00 PM is cancelled");
    }

    /** It is safe to write from half past one on: too late for what is at one, in time for what is cancelled at six. */
    @Test
    void anAppointmentThatStaysIsNoReasonNotToTellOfALaterOneThatIsCancelled() {
        isReached(
                "en",
                null,
                new ContactRules(
                        false,
                        false,
                        true,
                        false,
                        LocalTime.of(13, 30),
                        LocalTime.of(20, 0),
                        Saying.ASK_FOR_A_CALL_BACK));
        isAdmitted();
        var wednesday = monday.plusDays(2);
        var extra = aGroup(program, 12, aClinician(), monday, hours("13:00", "14:00", WEDNESDAY));
        String session = INTAKE.asks()
                .get(API + "sessions?limit=200")
                .path("items.find { it.group == '%s' && it.day == '%s' }.id".formatted(extra, wednesday));
        INTAKE.asks()
                .body(Map.of("patient", ada.patient(), "episode", ada.episode()))
                .post(API + "sessions/" + session + "/seats")
                .then()
                .statusCode(201);
        moveTo(at(monday.plusDays(1), "13:35"));
        int before = Mailbox.of(address).size();

        moveTo(at(monday.plusDays(1), "22:00"));
        cancel(seatsOf(ada.patient(), monday).get(2)); // that at six on Wednesday
        moveTo(at(monday.plusDays(1), "22:05"));
        assertThat(Mailbox.of(address)).hasSize(before);
        moveTo(at(wednesday, "13:35"));

        assertThat(Mailbox.of(address)).hasSize(before + 1);
        assertThat(Mailbox.of(address).getLast().text()).contains("the appointment at 6:00 PM is cancelled");
    }

    @Test
    void whoLeftIsNotRemindedAnyMore() {
        isReached("en", null, BY_MAIL);
        isAdmitted();
        moveTo(at(monday, "10:00"));

        discharge(ada, monday);
        await().until(() -> seatsOf(ada.patient(), monday).size() == 1);
        moveTo(at(monday.plusDays(4), "12:00"));

        assertThat(Mailbox.of(address)).hasSize(1);
    }

    @Test
    void aTextMessageIsPreferredAndItsGatewayCanTellThatItIsFromUs() {
        isReached("en", null, new ContactRules(true, true, true, false, null, null, Saying.ASK_FOR_A_CALL_BACK));
        isAdmitted();

        moveTo(at(monday, "10:00"));

        assertThat(Mailbox.of(address)).isEmpty();
        assertThat(TextsReceived.of(number)).singleElement().satisfies(message -> {
            assertThat(message.text()).startsWith("Reminder: you have an appointment on Monday, ");
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(TextsReceived.SECRET.substring(6)), "HmacSHA256"));
            var signed = "%s.%s.%s".formatted(message.id(), message.timestamp(), message.body());
            assertThat(Base64.getDecoder().decode(message.signature().substring(3)))
                    .isEqualTo(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        });
        assertThat(told()).containsExactly("SENT TEXT_MESSAGE");
    }

    @Test
    void whatComesBackIsATaskUntilTheyAreReachedAnotherWay() {
        isReached("en", null, BY_MAIL, "no address at all");
        isAdmitted();

        moveTo(at(monday, "10:00"));

        assertThat(told()).containsExactly("CAME_BACK EMAIL");
        assertThat(lostContacts()).isEqualTo(1);

        isReached("en", null, BY_MAIL);

        await().until(() -> lostContacts() == 0);
    }

    @Test
    void whatCouldNotBeSentInTimeIsNotSentLate() {
        isReached("en", null, BY_MAIL);
        isAdmitted();

        moveTo(at(monday.plusDays(3), "12:00")); // as after an outage

        assertThat(Mailbox.of(address)).isEmpty();
        assertThat(told()).containsExactly("SUPERSEDED null", "SUPERSEDED null");
        moveTo(at(monday.plusDays(3), "18:01"));
        assertThat(Mailbox.of(address))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("on Friday, "));
    }

    @Test
    void whileTheGatewayIsAwayItIsTriedAgainUntilItIsTooLate() {
        isReached(
                "en",
                null,
                new ContactRules(true, true, false, false, null, null, Saying.ASK_FOR_A_CALL_BACK),
                address,
                number + "503");
        isAdmitted();

        moveTo(at(monday, "10:00"));

        assertThat(told()).containsExactly("LEAVING null");
        moveTo(at(monday, "17:30")); // too late by now
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(told()).containsExactly("SUPERSEDED null"));
    }

    @Test
    void opsSeeHowManyLeftAndHowManyOfThemLate() {
        double sent = counted("SENT");
        double late = metrics.counter("stepwell.reminders.late").count();
        isReached("en", null, BY_MAIL);
        isAdmitted();

        moveTo(at(monday, "09:00").plusSeconds(30));
        assertThat(Mailbox.of(address)).hasSize(1);
        assertThat(counted("SENT")).isEqualTo(sent + 1);
        assertThat(metrics.counter("stepwell.reminders.late").count()).isEqualTo(late);

        moveTo(at(monday.plusDays(1), "18:10"));
        assertThat(Mailbox.of(address)).hasSize(2);
        assertThat(counted("SENT")).isEqualTo(sent + 2);
        assertThat(metrics.counter("stepwell.reminders.late").count()).isEqualTo(late + 1);
    }

    private double counted(String outcome) {
        return metrics.counter("stepwell.reminders", "outcome", outcome).count();
    }

    /** On a Monday morning nobody is told anything an hour before; on the Friday before it is said. */
    @Test
    void theFirstMorningAfterAWeekendIsToldBeforeIt() {
        var office = hours("09:00", "21:00", MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY);
        ADMIN.asks()
                .body(Map.of("hours", office))
                .put(API + "opening-hours")
                .then()
                .statusCode(200);
        try {
            var mornings = aProgram(NINE_HOURS);
            aGroup(mornings, 12, aClinician(), monday, hours("09:00", "12:00", MONDAY));
            isReached("en", null, BY_MAIL);
            moveTo(at(monday.plusDays(3), "10:00"));
            admit(ada, mornings, EVENING, monday.plusDays(7), 180);
            placement(ada);
            await().until(() -> seatsOf(ada.patient(), monday.plusDays(7)).size() == 1);

            moveTo(at(monday.plusDays(4), "09:01"));

            assertThat(Mailbox.of(address)).hasSize(1);
        } finally {
            ADMIN.asks().body(Map.of("hours", List.of())).put(API + "opening-hours");
        }
    }

    private void isAdmitted() {
        admit(ada, program, EVENING, monday, 540);
        placement(ada);
        await().until(() -> seatsOf(ada.patient(), monday).size() == 3);
    }

    private void isReached(String language, @Nullable String zone, ContactRules rules) {
        isReached(language, zone, rules, address);
    }

    private void isReached(String language, @Nullable String zone, ContactRules rules, String email) {
        isReached(language, zone, rules, email, number);
    }

    private void isReached(String language, @Nullable String zone, ContactRules rules, String email, String phone) {
        var block = new ContactBlock("Ada", "Test", null, LocalDate.of(1990, 1, 1), phone, email, null);
        var sealed = inRiverside(() -> seal.seal(ada.patient(), block));
        Broker.say(new PatientChanged(ada.patient(), language, zone, rules, sealed, now()));
        var heard = new PatientContact(
                language,
                zone == null ? null : ZoneId.of(zone),
                rules.textMessage() ? phone : null,
                rules.email() ? email : null,
                rules.from() == null || rules.until() == null
                        ? null
                        : new PatientContact.Hours(rules.from(), rules.until()),
                rules.saying());
        await().until(() -> inRiverside(() -> contacts.of(ada.patient()))
                .filter(heard::equals)
                .isPresent());
    }

    private static <T> T inRiverside(Supplier<T> work) {
        return ClinicContext.in(
                new ClinicContext.Work(Person.RIVERSIDE, "service:test", null),
                () -> QuarkusTransaction.requiringNew().call(work::get));
    }

    private static void moves(String session, LocalDate day) {
        INTAKE.asks()
                .body(Map.of("day", day.toString(), "from", "17:00", "to", "20:00", "room", aRoom()))
                .put(API + "sessions/" + session + "/hours")
                .then()
                .statusCode(200);
    }

    private static void cancel(String session) {
        INTAKE.asks()
                .body(Map.of("reason", "CLINICIAN_ABSENT"))
                .post(API + "sessions/" + session + "/cancellation")
                .then()
                .statusCode(200);
    }

    private List<String> told() {
        List<Map<String, Object>> rows = INTAKE.asks()
                .get(API + "patients/" + ada.patient() + "/reminders?from=" + monday)
                .then()
                .statusCode(200)
                .extract()
                .path("$");
        return rows.stream()
                .map(row -> row.get("outcome") + " " + row.get("channel"))
                .toList();
    }

    private int lostContacts() {
        List<String> kinds = INTAKE.asks()
                .get(API + "tasks?kind=message-came-back&patient=" + ada.patient())
                .path("items.kind");
        return kinds.size();
    }
}
