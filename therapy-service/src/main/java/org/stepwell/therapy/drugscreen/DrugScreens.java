package org.stepwell.therapy.drugscreen;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;

/** The screens of the clinic, and what they found; whoever means to change one locks it first. */
@Singleton
class DrugScreens implements PanacheRepositoryBase<DrugScreen, DrugScreenId> {

    DrugScreen of(EpisodeId episode, DrugScreenId screen) {
        return find("asked.episode = ?1 and id = ?2", episode, screen)
                .singleResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    DrugScreen locked(EpisodeId episode, DrugScreenId screen) {
        return locked(screen).filter(found -> found.episode().equals(episode)).orElseThrow(NotFoundException::new);
    }

    Optional<DrugScreen> locked(DrugScreenId screen) {
        return find("id", screen).withLock(LockModeType.PESSIMISTIC_WRITE).singleResultOptional();
    }

    /** A page of an episode's, newest last. */
    List<DrugScreen> of(EpisodeId episode, UUID after, int count) {
        return find("asked.episode = ?1 and id.value > ?2 order by id.value", episode, after)
                .page(0, count)
                .list();
    }

    /** All of an episode, oldest first. */
    List<DrugScreen> all(EpisodeId episode) {
        return list("asked.episode = ?1 order by id.value", episode);
    }

    /** Those of an episode that are still to be collected, in one order, so that no two who lock them wait for each other. */
    List<DrugScreen> lockedOrdersOf(EpisodeId episode) {
        return find("asked.episode = ?1 and status = ?2 order by id.value", episode, ScreenStatus.ORDERED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Those of an episode that nobody waits for because it was over, of this day or a later one, in the same order. */
    List<DrugScreen> lockedLeft(EpisodeId episode, LocalDate day) {
        return find(
                        "asked.episode = ?1 and cancelledBecause = ?2 and statusBy is null and asked.day >= ?3 order by id.value",
                        episode,
                        DrugScreen.CancelledBecause.LEFT,
                        day)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Those of a patient that were for this day or a later one. */
    List<DrugScreen> since(PatientId patient, LocalDate day) {
        return list("asked.patient = ?1 and asked.day >= ?2 order by id.value", patient, day);
    }

    /** Those of a patient that were collected since then, or of which results came since then. */
    List<DrugScreen> since(PatientId patient, Instant then) {
        return list(
                "asked.patient = ?1 and (specimen.collectedAt >= ?2 or resultsAt >= ?2) order by id.value",
                patient,
                then);
    }

    /** What counts of each, in their order, in one statement however many there are. */
    Stream<WhatCounts> counting(List<DrugScreen> some) {
        var found = resultsBy(some);
        return some.stream().map(screen -> WhatCounts.of(screen, found.getOrDefault(screen.id(), List.of())));
    }

    /** What was found in some screens, by their ids. */
    Map<DrugScreenId, List<ScreenResult>> resultsBy(List<DrugScreen> some) {
        return resultsOf(some.stream().map(DrugScreen::id).toList()).stream()
                .collect(Collectors.groupingBy(ScreenResult::screen));
    }

    /** All that was found in some screens, in the order of their analytes and versions. */
    List<ScreenResult> resultsOf(Collection<DrugScreenId> screens) {
        return getEntityManager()
                .createQuery(
                        "from ScreenResult r where r.screen.value in ?1 order by r.analyte, r.kind, r.version, r.id",
                        ScreenResult.class)
                .setParameter(1, screens.stream().map(DrugScreenId::value).toList())
                .getResultList();
    }

    /** How some screens were looked at, in order. */
    List<ScreenReview> reviewsOf(Collection<DrugScreenId> screens) {
        return getEntityManager()
                .createQuery("from ScreenReview r where r.screen.value in ?1 order by r.id", ScreenReview.class)
                .setParameter(1, screens.stream().map(DrugScreenId::value).toList())
                .getResultList();
    }

    void keep(ScreenResult result) {
        getEntityManager().persist(result);
    }

    void keep(ScreenReview review) {
        getEntityManager().persist(review);
    }
}
