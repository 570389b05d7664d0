package org.stepwell.therapy.medication;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.database.Sql;

/**
 * What orders were given in the place of, one before the other, back to the last of which an injection was given. The same product in
 * place of itself begins anew, and so does what comes after it: that is how a prescriber has it given sooner, or after its window
 * closed.
 */
@Singleton
class ReplacedOrders {

    private final Sql sql;

    ReplacedOrders(Sql sql) {
        this.sql = sql;
    }

    /**
     * An order that another one goes on from.
     *
     * @param injected when an injection of it was given last, if one was
     */
    record Replaced(
            MedicationOrderId order,
            String product,
            @Nullable LocalDate injected) {}

    private record Step(MedicationOrderId of, Replaced replaced) {}

    /** Those of some orders, the last of each first; in one statement. */
    Map<MedicationOrderId, List<Replaced>> before(Collection<MedicationOrderId> orders) {
        return sql
                .list(
                        """
                        with recursive before (of_id, id, product, replaces_id, injected, place) as (
                            select id, id, product, replaces_id, null::date, 0 from medication_order
                            where clinic_id = platform.current_clinic() and id = any (?)
                            union all
                            select b.of_id, o.id, o.product, o.replaces_id, (
                                select max(d.day) from medication_dose d
                                where d.clinic_id = platform.current_clinic() and d.order_id = o.id
                                    and d.site is not null and d.struck_at is null), b.place + 1
                            from before b join medication_order o
                                on o.clinic_id = platform.current_clinic() and o.id = b.replaces_id
                            where b.injected is null and o.product <> b.product
                        )
                        select of_id, id, product, injected from before where place > 0 order by of_id, place
                        """,
                        row -> new Step(
                                id(row.getObject("of_id", UUID.class)),
                                new Replaced(
                                        id(row.getObject("id", UUID.class)),
                                        row.getString("product"),
                                        row.getObject("injected", LocalDate.class))),
                        (Object) orders.stream().map(MedicationOrderId::value).toArray(UUID[]::new))
                .stream()
                .collect(Collectors.groupingBy(Step::of, Collectors.mapping(Step::replaced, Collectors.toList())));
    }

    /** Which of a patient are active; who means to change one locks it, and reads it only then. */
    List<MedicationOrderId> active(PatientId patient) {
        return sql.list("""
                select id from medication_order
                where clinic_id = platform.current_clinic() and patient_id = ? and status = 'ACTIVE'
                """, row -> id(row.getObject("id", UUID.class)), patient.value());
    }

    private static MedicationOrderId id(UUID value) {
        return new MedicationOrderId(value);
    }
}
