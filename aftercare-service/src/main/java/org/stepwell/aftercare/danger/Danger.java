package org.stepwell.aftercare.danger;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.CheckInId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.finding.SafetyRegister;
import org.stepwell.platform.finding.StandingFlag;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.seal.Seal;

/** Whether a warning of suicide stands about a patient, whichever service raised it; and the door by which a named thought comes in. */
@Singleton
public class Danger {

    private static final int FLAGS_MAX = 200;

    private final SafetyFlags flags;
    private final SafetyRegister register;
    private final CrisisSettings settings;
    private final Seal seal;
    private final Sql sql;

    Danger(SafetyFlags flags, SafetyRegister register, CrisisSettings settings, Seal seal, Sql sql) {
        this.flags = flags;
        this.register = register;
        this.settings = settings;
        this.seal = seal;
        this.sql = sql;
    }

    /** Where a thought was named. */
    public enum Place {
        /** In a check-in that is not sent yet. */
        DRAFT,
        CHECK_IN,
        /** In what could not be recorded as a check-in: out of its week, a second one, or without a plan that is active. */
        OUT_OF_TURN
    }

    /**
     * A yes to thoughts of suicide.
     *
     * @param said all that was sent with it, as JSON
     * @param by PATIENT or STAFF
     */
    public record Named(
            PatientId patient,
            EpisodeId episode,
            AftercarePlanId plan,
            @Nullable CheckInId checkIn,
            Place place,
            String said,
            String by) {}

    /** Somebody named a thought of suicide: all they sent is kept, the flag stands, and somebody is asked to reach out now. */
    public void named(Named named, Instant now) {
        var id = Uuid7.next();
        sql.update(
                """
                insert into named_thought (id, patient_id, episode_id, plan_id, check_in_id, place, said, said_by, said_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                named.patient().value(),
                named.episode().value(),
                named.plan().value(),
                named.checkIn() == null ? null : named.checkIn().value(),
                named.place().name(),
                seal.seal(ClinicContext.clinic(), "named-thought/" + id, named.said()),
                named.by(),
                now);
        flags.raise(named.patient(), named.episode(), FlagName.SUICIDE_ITEM, now);
    }

    /** Whether a thought was named here that the screener did not answer yet. */
    public boolean isToBeAsked(PatientId patient) {
        return flags.standing(patient, FlagName.SUICIDE_ITEM).isPresent();
    }

    /** Whether a warning of suicide stands: a thought that was named and not asked about, or a moderate or high risk. */
    public boolean stands(PatientId patient) {
        return standing(patient).isPresent();
    }

    /**
     * Whether the screener is asked at each contact: a thought or a risk was found once, here or in another service, however it
     * ended.
     */
    boolean asksAtEachContact(PatientId patient) {
        return !flags.of(patient).isEmpty()
                || register.elsewhere(patient, new UUID(0, 0), FLAGS_MAX).stream()
                        .anyMatch(flag -> FlagName.includes(flag.flag()));
    }

    /** Refuses what does not happen while a warning stands, such as the end of aftercare. */
    public void mustNotStand(PatientId patient) {
        standing(patient).ifPresent(flag -> {
            throw new Refusal(
                    DangerRule.DANGER_STANDS,
                    "%s stands since %s. Look after the patient first; it is cleared where it was raised."
                            .formatted(flag, flag.raisedAt()));
        });
    }

    /** Whom a patient calls at any hour, in a sentence or two. */
    public String helpNow() {
        return settings.onCall()
                .map(onCall -> settings.helpNow() + " " + onCall)
                .orElseGet(settings::helpNow);
    }

    private Optional<StandingFlag> standing(PatientId patient) {
        return register.open(patient).stream()
                .filter(flag -> FlagName.includes(flag.flag()))
                .findFirst();
    }
}
