package org.stepwell.aftercare.plan;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.RelapseTrigger;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.database.Sql;

/** What carries a patient besides the plan: what the hand-off says of the prevention of a relapse, and who gives therapy here. */
@Singleton
class Carried {

    private final Sql sql;

    Carried(Sql sql) {
        this.sql = sql;
    }

    /**
     * Of one plan.
     *
     * @param relapsePlan null until a discharge summary is signed
     */
    record By(
            AftercarePlanId plan,
            @Nullable Boolean relapsePlan,
            List<RelapseTrigger> triggers,
            @Nullable StaffId therapist) {}

    By of(AftercarePlanId plan) {
        return of(List.of(plan)).getOrDefault(plan, new By(plan, null, List.of(), null));
    }

    Map<AftercarePlanId, By> of(Collection<AftercarePlanId> plans) {
        return sql
                .list("""
                        select p.id, (h.said ->> 'relapsePlan')::boolean as relapse_plan, w.clinician_id,
                               array(select jsonb_array_elements_text(h.said -> 'triggers')) as triggers
                        from aftercare_plan p
                        left join hand_off h on h.clinic_id = p.clinic_id and h.episode_id = p.episode_id
                        left join weekly_therapy w on w.clinic_id = p.clinic_id and w.plan_id = p.id
                        where p.clinic_id = platform.current_clinic() and p.id = any (?)
                        """, Carried::read, (Object)
                        plans.stream().map(AftercarePlanId::value).toArray(UUID[]::new))
                .stream()
                .collect(Collectors.toMap(By::plan, by -> by));
    }

    private static By read(ResultSet row) throws SQLException {
        boolean relapsePlan = row.getBoolean("relapse_plan");
        boolean known = !row.wasNull();
        @Nullable UUID therapist = row.getObject("clinician_id", UUID.class);
        var triggers = (String[]) row.getArray("triggers").getArray();
        return new By(
                new AftercarePlanId(row.getObject("id", UUID.class)),
                known ? relapsePlan : null,
                Arrays.stream(triggers).map(RelapseTrigger::valueOf).toList(),
                therapist == null ? null : new StaffId(therapist));
    }
}
