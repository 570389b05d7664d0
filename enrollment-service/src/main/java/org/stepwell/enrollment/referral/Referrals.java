package org.stepwell.enrollment.referral;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    List<Referral> page(@Nullable PartnerId partner, PageRequest page) {
        var found = partner == null
                ? find("id.value > ?1 order by id.value", page.after())
                : find("partner = ?1 and id.value > ?2 order by id.value", partner, page.after());
        return found.page(0, page.fetch()).list();
    }

    /** How far somebody came, and as which patient. */
    record Course(Referral.Stage stage, @Nullable PatientId patient) {
        static final Course RECEIVED = new Course(Referral.Stage.RECEIVED, null);
    }

    /** How far these came, in one read: the first call, the registration, the first episode since. */
    Map<ReferralId, Course> courses(Collection<Referral> asked) {
        var found = new HashMap<ReferralId, Course>();
        sql.list(
                        """
                        select referral.id, patient.going_on as patient_id, case
                            when episode.status in ('ADMITTED', 'DISCHARGE_PLANNED') then 'ADMITTED'
                            when episode.status in ('WAITING', 'DISCHARGED') then episode.status
                            when episode.status = 'WITHDRAWN' or inquiry.status = 'CLOSED' then 'NOT_COMING'
                            when inquiry.status in ('CONTACTED', 'REGISTERED') then inquiry.status
                            else 'RECEIVED' end as stage
                        from unnest(?) as asked(id)
                        join referral on referral.clinic_id = platform.current_clinic() and referral.id = asked.id
                        join inquiry on inquiry.clinic_id = referral.clinic_id and inquiry.id = referral.inquiry_id
                        left join lateral (
                            select coalesce(merged_into_id, id) as going_on from patient
                            where clinic_id = referral.clinic_id and inquiry_id = inquiry.id) patient on true
                        left join lateral (
                            select status from episode
                            where episode.clinic_id = referral.clinic_id and episode.patient_id = patient.going_on
                              and episode.waiting_since >= referral.received_at
                            order by status = 'WITHDRAWN', id limit 1) episode on true
                        """,
                        row -> {
                            @Nullable UUID patient = row.getObject("patient_id", UUID.class);
                            return Map.entry(
                                    new ReferralId(row.getObject("id", UUID.class)),
                                    new Course(
                                            Referral.Stage.valueOf(row.getString("stage")),
                                            patient == null ? null : new PatientId(patient)));
                        },
                        (Object) asked.stream().map(one -> one.id().value()).toArray(UUID[]::new))
                .forEach(one -> found.put(one.getKey(), one.getValue()));
        return found;
    }
}
