package org.stepwell.therapy.handoff;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.therapy.note.Fingerprint;
import org.stepwell.therapy.roster.Signer;

/** What is added to a signed discharge summary; signed as it is written. */
@Entity
@Table(name = "discharge_summary_addendum")
class SummaryAddendum {

    @Id
    private UUID id;

    private EpisodeId episode;
    private String text;
    private Instant writtenAt;
    private StaffId writtenBy;
    private String credentials;
    private String hash;

    @SuppressWarnings("NullAway.Init")
    protected SummaryAddendum() {}

    /** @param sealed the text, sealed for this addendum; the fingerprint is made of the open {@code text} */
    SummaryAddendum(UUID id, EpisodeId episode, String text, String sealed, Signer signer, Instant now) {
        this.id = id;
        this.episode = episode;
        this.text = sealed;
        this.writtenAt = now;
        this.writtenBy = signer.staff();
        this.credentials = signer.credentials();
        this.hash = fingerprint(text);
    }

    UUID id() {
        return id;
    }

    String sealed() {
        return text;
    }

    DischargeSummaryView.AddendumView view(String open) {
        return new DischargeSummaryView.AddendumView(
                id,
                open,
                writtenAt,
                writtenBy,
                credentials,
                hash,
                fingerprint(open).equals(hash));
    }

    private String fingerprint(String open) {
        return new Fingerprint()
                .with(id, episode, open, writtenAt, writtenBy, credentials)
                .hex();
    }
}
