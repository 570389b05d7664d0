package org.stepwell.therapy.handoff;

import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.therapy.note.Fingerprint;
import org.stepwell.therapy.roster.Signer;

/** What a patient leaves an episode with: a draft as the end is in sight, signed once they left, and never changed again. */
@Entity
class DischargeSummary {

    @EmbeddedId
    private EpisodeId episode;

    @Version
    private int version;

    private PatientId patient;

    @Enumerated(EnumType.STRING)
    private SummaryStatus status = SummaryStatus.DRAFT;

    @Embedded
    private @Nullable Ending ending; // null where the patient stays after all

    @Embedded
    @OptimisticLock(excluded = true) // nobody who writes meanwhile wrote over anything
    private @Nullable Deadline deadline; // null is read where none is set

    private @Nullable Instant correctedAt;
    private @Nullable String content;
    private @Nullable String facts; // as they were when somebody signed
    private @Nullable StaffId author;
    private Instant changedAt;

    @Embedded
    private SummarySignatures signatures = new SummarySignatures();

    private @Nullable String hash;

    @SuppressWarnings("NullAway.Init")
    protected DischargeSummary() {}

    DischargeSummary(EpisodeId episode, PatientId patient, Instant now) {
        this.episode = episode;
        this.patient = patient;
        this.changedAt = now;
    }

    /**
     * The end is in sight, or was; said again, it holds instead of what was said before. Whoever signed another end signs again; under
     * a summary that is locked it is noted that the record says otherwise since.
     *
     * @param by the day by which it is signed
     * @param today the day on which it is said
     */
    void ends(Ending said, LocalDate by, LocalDate today, Instant at) {
        boolean otherwise = !said.equals(ending);
        if (status == SummaryStatus.SIGNED) {
            correctedAt = otherwise ? at : correctedAt;
            ending = said;
            return;
        }
        become(SummaryStatus.DRAFT);
        if (otherwise) {
            signAnew();
        }
        ending = said;
        deadline = deadline();
        deadline.moves(said, by, today);
    }

    /** The patient stays after all, or never came: nothing is owed, and what somebody wrote is kept for another time. */
    void isNotOwed() {
        if (status == SummaryStatus.SIGNED) {
            return;
        }
        ending = null;
        deadline = null;
        signAnew();
        if (content == null) {
            become(SummaryStatus.WITHDRAWN);
        }
    }

    /** When somebody looks at it next; not any more once nothing is owed. */
    Optional<LocalDate> looksOn() {
        return Optional.ofNullable(isOwed() ? ending : null).flatMap(deadline()::looksOn);
    }

    /** Somebody looks at it: true where it is asked for; it may be late, too. */
    boolean lookedAt(LocalDate today, Instant now) {
        return ending != null && isOwed() && deadline().lookedAt(ending, today, now);
    }

    /** Replaces the draft whole; whoever has signed it signed something else, and signs again. */
    void write(String sealed, StaffId by, Instant now) {
        mustBeDraft();
        content = sealed;
        author = by;
        changedAt = now;
        signAnew();
    }

    /**
     * The clinician signs, or somebody else co-signs what a clinician has signed.
     *
     * @param sealedFacts what is known now; whoever co-signs signs what was known when the clinician did
     */
    void sign(Signer signer, String sealedFacts, LocalDate today, Instant now) {
        mustBeDraft();
        mustHaveLeft(today);
        if (!signatures.begun()) {
            facts = sealedFacts;
        }
        signatures.sign(signer, now);
    }

    /** Nobody's signature is missing any more: it is kept as it is, under the fingerprint of what was signed. */
    void lock(SummaryTexts.Opened text) {
        become(SummaryStatus.SIGNED);
        deadline().isMet();
        hash = fingerprint(text);
    }

    /** True where the opened text is what was signed; null as long as it may change. */
    @Nullable
    Boolean holds(SummaryTexts.Opened text) {
        return hash == null ? null : hash.equals(fingerprint(text));
    }

    void mustTakeAddenda() {
        if (status != SummaryStatus.SIGNED) {
            throw HandoffRule.SUMMARY_ADDED_TO_ONCE_SIGNED.because("It is %s. Change it itself.".formatted(status));
        }
    }

    private String fingerprint(SummaryTexts.Opened text) {
        var says = new Fingerprint()
                .with(episode, patient, Objects.requireNonNull(text.content()), Objects.requireNonNull(text.facts()));
        return signatures.under(says).hex();
    }

    private void mustBeDraft() {
        switch (status) {
            case SIGNED ->
                throw HandoffRule.SUMMARY_IS_LOCKED.because(
                        "It is signed since %s. Write an addendum.".formatted(signatures.completeAt()));
            case WITHDRAWN ->
                throw HandoffRule.SUMMARY_BEGINS_WITH_THE_END.because("The patient stays, by what enrollment says.");
            case DRAFT -> {}
        }
    }

    private void mustHaveLeft(LocalDate today) {
        if (ending == null || !ending.left()) {
            throw HandoffRule.SIGNED_ONCE_THEY_LEFT.because(
                    "Nobody has discharged the patient yet. It is done in enrollment; until then this is a draft.");
        }
        if (ending.lastDay().isAfter(today)) {
            throw HandoffRule.SIGNED_ONCE_THEY_LEFT.because(
                    "The last day is %s. Sign it then.".formatted(ending.lastDay()));
        }
    }

    private void signAnew() {
        signatures = new SummarySignatures();
        facts = null;
    }

    private void become(SummaryStatus next) {
        if (next != status && !status.next().contains(next)) {
            throw new IllegalStateException("a summary that is %s can not become %s".formatted(status, next));
        }
        status = next;
    }

    /** Whether somebody has to write and sign it. */
    boolean isOwed() {
        return status == SummaryStatus.DRAFT && ending != null;
    }

    EpisodeId episode() {
        return episode;
    }

    PatientId patient() {
        return patient;
    }

    int version() {
        return version;
    }

    SummaryStatus status() {
        return status;
    }

    @Nullable
    Ending ending() {
        return ending;
    }

    Deadline deadline() {
        return deadline == null ? new Deadline() : deadline;
    }

    @Nullable
    Instant correctedAt() {
        return correctedAt;
    }

    @Nullable
    String content() {
        return content;
    }

    @Nullable
    String facts() {
        return facts;
    }

    @Nullable
    StaffId author() {
        return author;
    }

    Instant changedAt() {
        return changedAt;
    }

    SummarySignatures signatures() {
        return signatures;
    }

    @Nullable
    String hash() {
        return hash;
    }
}
