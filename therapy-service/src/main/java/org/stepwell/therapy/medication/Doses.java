package org.stepwell.therapy.medication;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.stepwell.platform.database.Sql;

/** The doses of all orders. */
@Singleton
class Doses implements PanacheRepositoryBase<MedicationDose, UUID> {

    private final Sql sql;

    Doses(Sql sql) {
        this.sql = sql;
    }

    List<MedicationDose> of(MedicationOrderId order, UUID after, int count) {
        return find("order = ?1 and id > ?2 order by id", order.value(), after)
                .page(0, count)
                .list();
    }

    MedicationDose of(MedicationOrderId order, UUID dose) {
        return find("order = ?1 and id = ?2", order.value(), dose)
                .singleResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    /** Those of some orders that count, up to a day. */
    List<MedicationDose> counting(Collection<MedicationOrderId> orders, LocalDate through) {
        return list(
                "order in ?1 and day <= ?2 and struckAt is null order by day, at",
                orders.stream().map(MedicationOrderId::value).toList(),
                through);
    }

    /** On which days injections of an order were given. */
    List<LocalDate> injectionDays(MedicationOrderId order) {
        return list("order = ?1 and site is not null and struckAt is null order by day", order.value()).stream()
                .map(MedicationDose::day)
                .toList();
    }

    /** When an injection of each of some orders was given last. */
    Map<MedicationOrderId, LocalDate> lastInjections(Collection<MedicationOrderId> orders) {
        record Last(MedicationOrderId order, LocalDate day) {}
        var found = new HashMap<MedicationOrderId, LocalDate>();
        sql.list(
                        """
                        select order_id, max(day) as day from medication_dose
                        where clinic_id = platform.current_clinic() and order_id = any (?)
                            and site is not null and struck_at is null
                        group by order_id
                        """,
                        row -> new Last(
                                new MedicationOrderId(row.getObject("order_id", UUID.class)),
                                row.getObject("day", LocalDate.class)),
                        (Object) orders.stream().map(MedicationOrderId::value).toArray(UUID[]::new))
                .forEach(one -> found.put(one.order(), one.day()));
        return found;
    }
}
