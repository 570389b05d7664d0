package org.stepwell.aftercare.letter;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stepwell.contracts.id.LetterId;
import org.stepwell.contracts.id.NextStepId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.seal.SealedJson;

/** The letters to receivers. */
@Singleton
class ReferralLetters implements PanacheRepositoryBase<ReferralLetter, LetterId> {

    private final Sql sql;
    private final SealedJson sealed;

    ReferralLetters(Sql sql, SealedJson sealed) {
        this.sql = sql;
        this.sealed = sealed;
    }

    ReferralLetter of(LetterId id) {
        return findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    /** Of what sends it, who withdraws it and who opens it at once, one waits. Whoever needs its step too locks that first. */
    ReferralLetter lockedOf(LetterId id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFoundException::new);
    }

    /** Which step it is about; the letter itself is not looked at, so that it can be locked after the step. */
    NextStepId stepOf(LetterId id) {
        return sql.one(
                        "select step_id from referral_letter where clinic_id = platform.current_clinic() and id = ?",
                        row -> new NextStepId(row.getObject(1, UUID.class)),
                        id.value())
                .orElseThrow(NotFoundException::new);
    }

    /** The one that waits for its answer. */
    Optional<ReferralLetter> waitingOf(NextStepId step) {
        return find(
                        "step = ?1 and course.status in ?2",
                        step,
                        List.of(LetterCourse.Status.QUEUED, LetterCourse.Status.SENT))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    List<ReferralLetter> page(NextStepId step, PageRequest page) {
        return find("step = ?1 and id.value > ?2 order by id.value", step, page.after())
                .page(0, page.fetch())
                .list();
    }

    ReferralLetter.Sealed seal(LetterId id, Receiver receiver, Said said) {
        return new ReferralLetter.Sealed(
                sealed.seal(Receiver.PART, id.value(), receiver), sealed.seal(Said.PART, id.value(), said));
    }

    Receiver receiver(ReferralLetter letter) {
        return sealed.open(Receiver.PART, letter.id().value(), letter.sealed().receiver(), Receiver.class);
    }

    Said said(ReferralLetter letter) {
        return sealed.open(Said.PART, letter.id().value(), letter.sealed().said(), Said.class);
    }
}
