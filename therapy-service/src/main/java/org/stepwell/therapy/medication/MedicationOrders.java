package org.stepwell.therapy.medication;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.seal.SealedJson;
import org.stepwell.therapy.formulary.Indication;

/** What was ordered; whoever means to change an order locks it first. What stands beside its codes is sealed. */
@Singleton
class MedicationOrders implements PanacheRepositoryBase<MedicationOrder, MedicationOrderId> {

    private static final String PART = "medication-order";
    private static final List<OrderStatus> GOING_ON = List.of(OrderStatus.ACTIVE, OrderStatus.ON_HOLD);

    private final SealedJson sealed;

    MedicationOrders(SealedJson sealed) {
        this.sealed = sealed;
    }

    MedicationOrder of(EpisodeId episode, MedicationOrderId order) {
        return find("episode = ?1 and id = ?2", episode, order)
                .singleResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    MedicationOrder locked(EpisodeId episode, MedicationOrderId order) {
        return locked(order).filter(found -> found.episode().equals(episode)).orElseThrow(NotFoundException::new);
    }

    Optional<MedicationOrder> locked(MedicationOrderId order) {
        return find("id", order).withLock(LockModeType.PESSIMISTIC_WRITE).singleResultOptional();
    }

    /** Refuses to replace what is not the patient's, or goes on no more. */
    void mustBeReplaceable(@Nullable MedicationOrderId replaced, PatientId patient) {
        if (replaced != null
                && findByIdOptional(replaced)
                        .filter(order -> order.isReplaceableBy(patient))
                        .isEmpty()) {
            throw MedicationRule.REPLACES_WHAT_IS_TAKEN.at(
                    "/replaces", "Name an order of this patient that is active or on hold.");
        }
    }

    /** Whether anything was ever ordered for an opioid use disorder. */
    boolean anyForOpioids(PatientId patient) {
        return count(
                        "patient = ?1 and what.indication = ?2 and life.status not in ?3",
                        patient,
                        Indication.OPIOID_USE_DISORDER,
                        List.of(OrderStatus.DRAFT, OrderStatus.ENTERED_IN_ERROR))
                > 0;
    }

    /** The last of a patient, oldest first. */
    List<MedicationOrder> last(PatientId patient, int count) {
        return find("patient = ?1 order by id.value desc", patient)
                .page(0, count)
                .list()
                .reversed();
    }

    List<MedicationOrder> goingOn(PatientId patient) {
        return list("patient = ?1 and life.status in ?2 order by id.value", patient, GOING_ON);
    }

    /** Those of a patient that go on, and those that ended on this day or later. */
    List<MedicationOrder> since(PatientId patient, LocalDate day) {
        return list(
                "patient = ?1 and (life.status in ?2 or life.overOn >= ?3) order by id.value", patient, GOING_ON, day);
    }

    /** Those of an episode that go on, in one order, so that no two who lock them wait for each other. */
    List<MedicationOrder> lockedOf(EpisodeId episode) {
        return find("episode = ?1 and life.status in ?2 order by id.value", episode, GOING_ON)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Those of these that there are. */
    List<MedicationOrder> all(Collection<MedicationOrderId> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    String seal(MedicationOrderId order, OrderContent content) {
        return sealed.seal(PART, order.value(), content);
    }

    OrderContent open(MedicationOrder order) {
        return sealed.open(PART, order.id().value(), order.content(), OrderContent.class);
    }
}
