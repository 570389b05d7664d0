package org.stepwell.enrollment.consent;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.consent.ConsentEvent.ConsentsChanged;
import org.stepwell.contracts.id.ConsentId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.privacy.PrivacyEvent.ConsentApplied;
import org.stepwell.platform.consent.ConsentRegister;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.event.Outbox;

/**
 * Tells all services what a patient's consents open, each time it changes, and keeps what they answer. Here it is in force
 * with the change itself: nobody who has just revoked waits for the broker.
 */
@Singleton
public class Register {

    /** The services that must have applied a change before it is in force everywhere. */
    private static final List<String> SERVICES = List.of("enrollment", "scheduling", "therapy", "aftercare");

    private final Consents consents;
    private final Sql sql;
    private final Outbox outbox;
    private final ConsentRegister inForceHere;
    private final List<OnceConsentsChanged> onceChanged;

    Register(
            Consents consents,
            Sql sql,
            Outbox outbox,
            ConsentRegister inForceHere,
            @All List<OnceConsentsChanged> onceChanged) {
        this.consents = consents;
        this.sql = sql;
        this.outbox = outbox;
        this.inForceHere = inForceHere;
        this.onceChanged = onceChanged;
    }

    /** In how many services the newest change of a consent is in force, and since when in all of them. */
    record InForce(int services, int of, @Nullable Instant since) {}

    /** Until the transaction ends, nobody else who locks them signs, merges, or ends what a patient's consents end with. */
    public void lock(PatientId patient) {
        sql.one(
                "select pg_advisory_xact_lock(hashtextextended('consents' || platform.current_clinic() || ?, 0))",
                row -> 1,
                patient.toString());
    }

    /** Tells the patient's openings after these consents changed. */
    void tell(PatientId patient, Collection<Consent> changed, Instant now) {
        // The version's row is locked until the commit, so that two changes of one patient are told one after the
        // other.
        long version = sql.one("""
                insert into consent_version as v (patient_id, version) values (?, 1)
                on conflict (clinic_id, patient_id) do update set version = v.version + 1
                returning version
                """, row -> row.getLong(1), patient.value()).orElseThrow();
        changed.forEach(consent -> consent.toldAs(version));
        consents.flush();
        var told = new ConsentsChanged(patient, version, consents.openings(patient), now);
        outbox.append(told);
        inForceHere.changed(told);
        onceChanged.forEach(once -> once.consentsChanged(patient));
    }

    /** A service has applied a version. */
    public void applied(ConsentApplied applied) {
        sql.update("""
                insert into consent_applied (patient_id, service, version, applied_at) values (?, ?, ?, ?)
                on conflict do nothing
                """, applied.patient().value(), applied.service(), applied.version(), applied.at());
    }

    /** Where the newest change of each of these consents is in force; drafts and consents about care are not asked. */
    Map<ConsentId, InForce> inForce(Collection<Consent> asked) {
        var told = asked.stream().filter(one -> one.registerVersion() != null).toList();
        var found = new HashMap<ConsentId, InForce>();
        told.forEach(one -> found.put(one.id(), new InForce(0, SERVICES.size(), null)));
        sql.list(
                        """
                        select consent, count(*) as services, max(first) as since from (
                            select asked.consent, a.service, min(a.applied_at) as first
                            from unnest(?, ?, ?) as asked(consent, patient, version)
                            join consent_applied a on a.clinic_id = platform.current_clinic()
                                and a.patient_id = asked.patient and a.version >= asked.version
                            where a.service = any (?)
                            group by asked.consent, a.service) applied
                        group by consent
                        """,
                        row -> Map.entry(
                                new ConsentId(row.getObject("consent", UUID.class)),
                                inForce(
                                        row.getInt("services"),
                                        row.getObject("since", OffsetDateTime.class)
                                                .toInstant())),
                        told.stream().map(one -> one.id().value()).toArray(UUID[]::new),
                        told.stream().map(one -> one.patient().value()).toArray(UUID[]::new),
                        told.stream().map(Consent::registerVersion).toArray(Long[]::new),
                        SERVICES.toArray(String[]::new))
                .forEach(one -> found.put(one.getKey(), one.getValue()));
        return found;
    }

    private static InForce inForce(int services, Instant since) {
        return new InForce(services, SERVICES.size(), services == SERVICES.size() ? since : null);
    }
}
