package org.stepwell.enrollment.referral;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.LinkageId;
import org.stepwell.contracts.id.PartnerId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ReferralId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.http.PageRequest;

/** People whom somebody sent, and how far each of them came. */
@Singleton
class Referrals implements PanacheRepositoryBase<Referral, ReferralId> {

    private final Sql sql;

    Referrals(Sql sql) {
        this.sql = sql;
    }

    Referral of(ReferralId id) {
        return findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    /** To be changed: of two who tie it to a patient, one waits. */
    Referral lockedOf(ReferralId id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFoundException::new);
    }

    /** What a partner calls so. Those who send under one number take turns until their transaction ends. */
    Optional<Referral> ofPartner(PartnerId partner, Referral.OwnNumber number) {
        sql.list(
                "select pg_advisory_xact_lock(hashtextextended(platform.current_clinic()::text || ? || ?, 5))",
                row -> 1,
                partner.toString(),
                number.digest());
        return find("partner = ?1 and referenceDigest = ?2", partner, number.digest())
                .firstResultOptional();
    }

    /** Whether aftercare's offer led to a referral already. */
    boolean cameOf(LinkageId linkage) {
        return count("linkage = ?1", linkage) > 0;
    }

    List<Referral> page(@Nullable PartnerId partner, PageRequest page) {
        var found = partner == null
                ? find("id.value > ?1 order by id.value", page.after())
                : find("partner = ?1 and id.value > ?2 order by id.value", partner, page.after());
        return found.page(0, page.fetch()).list();
    }

    /** How far somebody came, and as which patient. */
    record Course(Stage stage, @Nullable PatientId patient) {
        static final Course RECEIVED = new Course(Stage.RECEIVED, null);
    }

    /** How far this one came. */
    Course courseOf(Referral referral) {
        return courses(List.of(referral)).getOrDefault(referral.id(), Course.RECEIVED);
    }

    /** A partner that looked was told so. Of two looks at once neither fails, as a change of the referral as a whole would. */
    void told(ReferralId id, Stage stage, Instant now) {
        sql.update("""
                update referral set reported = ?, reported_at = ?, version = version + 1
                where clinic_id = platform.current_clinic() and id = ? and reported is distinct from ?
                """, stage.name(), now, id.value(), stage.name());
    }

    /** How far these came, in one read: the first call, the registration, the first episode since. */
    Map<ReferralId, Course> courses(Collection<Referral> asked) {
        var found = new HashMap<ReferralId, Course>();
        sql.list(
                        """
                        select referral.id, known.id as patient_id, case
                            when episode.status in ('ADMITTED', 'ON_HOLD', 'DISCHARGE_PLANNED') then 'ADMITTED'
                            when episode.status in ('WAITING', 'DISCHARGED') then episode.status
                            when episode.status = 'WITHDRAWN' then 'NOT_COMING'
                            when inquiry.status = 'CLOSED' and (inquiry.registered_at is not null or referral.patient_id is null)
                                then 'NOT_COMING'
                            when referral.patient_id is not null then 'REGISTERED'
                            when inquiry.status in ('CONTACTED', 'REGISTERED') then inquiry.status
                            else 'RECEIVED' end as stage
                        from unnest(?) as asked(id)
                        join referral on referral.clinic_id = platform.current_clinic() and referral.id = asked.id
                        join inquiry on inquiry.clinic_id = referral.clinic_id and inquiry.id = referral.inquiry_id
                        left join patient tied on tied.clinic_id = referral.clinic_id and tied.id = referral.patient_id
                        left join patient came on came.clinic_id = referral.clinic_id and came.inquiry_id = inquiry.id
                        cross join lateral (
                            select coalesce(tied.merged_into_id, tied.id, came.merged_into_id, came.id) as id offset 0) known
                        left join lateral (
                            select own.status from ( -- by the patient alone, who has few; the rest is looked at then
                                select id, status, waiting_since, last_day from episode
                                where episode.clinic_id = referral.clinic_id
                                  and episode.patient_id = known.id
                                  and not exists ( -- it went on at another level of care
                                    select from episode next where next.clinic_id = episode.clinic_id
                                      and next.patient_id = episode.patient_id and next.previous_id = episode.id and next.status not in ('WAITING', 'WITHDRAWN'))
                                offset 0) own
                            where own.waiting_since >= referral.received_at or referral.patient_id is not null
                              and (own.status in ('WAITING', 'ADMITTED', 'ON_HOLD', 'DISCHARGE_PLANNED')
                                or own.last_day >= (referral.received_at at time zone 'UTC')::date)
                            order by own.status = 'WITHDRAWN', own.id limit 1) episode on true
                        """,
                        row -> {
                            @Nullable UUID patient = row.getObject("patient_id", UUID.class);
                            return Map.entry(
                                    new ReferralId(row.getObject("id", UUID.class)),
                                    new Course(
                                            Stage.valueOf(row.getString("stage")),
                                            patient == null ? null : new PatientId(patient)));
                        },
                        (Object) asked.stream().map(one -> one.id().value()).toArray(UUID[]::new))
                .forEach(one -> found.put(one.getKey(), one.getValue()));
        return found;
    }
}
