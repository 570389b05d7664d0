package org.stepwell.aftercare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.ConsentKind;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.code.DisclosurePurpose;
import org.stepwell.contracts.code.Recipient;
import org.stepwell.contracts.code.Saying;
import org.stepwell.contracts.consent.ConsentEvent.ConsentHeartbeat;
import org.stepwell.contracts.consent.ConsentEvent.ConsentsChanged;
import org.stepwell.contracts.consent.ConsentEvent.ConsentsChanged.Opening;
import org.stepwell.contracts.enrollment.ContactBlock;
import org.stepwell.contracts.enrollment.EnrollmentState.PatientChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.PatientChanged.ContactRules;
import org.stepwell.contracts.id.ConsentId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.consent.ConsentRegister;
import org.stepwell.platform.message.ContactSeal;
import org.stepwell.platform.message.PatientContacts;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;

/** What enrollment tells of how a patient is reached, and of what their consents open. */
public final class Reached {

    private static final AtomicLong VERSION = new AtomicLong(1_000);

    private Reached() {}

    /** Maya Lindqvist, by mail and without harm at this address, or in no way at all. */
    public static void byMail(PatientId patient, @Nullable String address) {
        byMail(patient, address, null, null);
    }

    /** The same, at these hours of a day alone. */
    public static void byMail(
            PatientId patient, @Nullable String address, @Nullable LocalTime from, @Nullable LocalTime until) {
        by(patient, address, new ContactRules(false, false, true, false, from, until, Saying.ASK_FOR_A_CALL_BACK));
    }

    /** The same, by calls too. */
    public static void byCallOrMail(
            PatientId patient, @Nullable String address, @Nullable LocalTime from, @Nullable LocalTime until) {
        by(patient, address, new ContactRules(true, false, true, false, from, until, Saying.ASK_FOR_A_CALL_BACK));
    }

    /** The same, by calls and text messages too. */
    public static void byEveryWay(PatientId patient, String address) {
        by(patient, address, new ContactRules(true, true, true, true, null, null, Saying.ASK_FOR_A_CALL_BACK));
    }

    private static void by(PatientId patient, @Nullable String address, ContactRules rules) {
        var block = new ContactBlock(
                "Maya", "Lindqvist", null, LocalDate.parse("1991-04-12"), "+12125550150", address, "14 Lantern Street");
        var seal = Arc.container().instance(ContactSeal.class).get();
        var contacts = Arc.container().instance(PatientContacts.class).get();
        Broker.say(new PatientChanged(patient, "en", null, rules, at(() -> seal.seal(patient, block)), Instant.now()));
        await().untilAsserted(() -> assertThat(at(() -> contacts.who(patient)))
                .hasValueSatisfying(who -> assertThat(who.email()).isEqualTo(address)));
    }

    /** A consent is in force as soon as this returns. */
    public static ConsentId consents(
            PatientId patient, Recipient recipient, DisclosurePurpose purpose, DataCategory... categories) {
        var consent = new ConsentId(UUID.randomUUID());
        opens(
                patient,
                List.of(new Opening(
                        consent,
                        ConsentKind.NAMED_DISCLOSURE,
                        List.of(recipient),
                        List.of(purpose),
                        List.of(categories),
                        Instant.EPOCH,
                        null)));
        return consent;
    }

    /** Nothing is open any more as soon as this returns. */
    public static void revokes(PatientId patient) {
        opens(patient, List.of());
    }

    private static void opens(PatientId patient, List<Opening> openings) {
        var register = Arc.container().instance(ConsentRegister.class).get();
        at(() -> register.changed(new ConsentsChanged(patient, VERSION.incrementAndGet(), openings, Instant.EPOCH)));
        theRegisterIsHeard();
    }

    /** As of now the service knows what consents open, and for ten seconds. */
    public static void theRegisterIsHeard() {
        var beat = Instant.now();
        Broker.say(new ConsentHeartbeat(beat));
        await().until(() -> at(() -> Arc.container()
                .instance(org.stepwell.platform.database.Sql.class)
                .get()
                .one(
                        "select beat_at >= ? from platform.consent_heartbeat",
                        row -> row.getBoolean(1),
                        beat.truncatedTo(java.time.temporal.ChronoUnit.MILLIS))
                .orElse(false)));
    }

    private static <T> T at(Callable<T> work) {
        return ClinicContext.in(
                new ClinicContext.Work(Person.RIVERSIDE, "service:test", null),
                () -> QuarkusTransaction.requiringNew().call(work));
    }
}
