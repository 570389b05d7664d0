package org.stepwell.therapy.note;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.stepwell.contracts.id.NoteId;
import org.stepwell.contracts.id.SessionId;

/** What a signature stands for beside the texts; from it come the fingerprints of each part and of the whole note. */
record SignedFields(NoteId note, SessionId session, NoteHeader header, int present, Signer signer, Instant signedAt) {

    /** A part can be verified alone, in a chart that holds no other patient's. */
    String of(NotePart part, SharedText shared, IndividualText text) {
        return common(shared)
                .with(part.patient(), part.attendance(), part.minutes())
                .with(text.canonical())
                .hex();
    }

    /** The whole note: what is shared, and the fingerprints of the parts signed with it. */
    Signature of(SharedText shared, Collection<NotePart> parts) {
        var hashes = signedHere(parts).stream()
                .map(part -> Objects.requireNonNull(part.hash()))
                .toList();
        return new Signature(
                signedAt,
                signer.staff(),
                signer.credentials(),
                common(shared).with(hashes).hex());
    }

    /** True where content and parts are still what was signed. */
    boolean match(Signature signature, NoteContent content, Collection<NotePart> parts) {
        return signature.equals(of(content.shared(), parts))
                && signedHere(parts).stream()
                        .allMatch(part -> of(part, content.shared(), content.of(part.patient()))
                                .equals(part.hash()));
    }

    /** A part that an addendum stands for was signed later, and apart. */
    private List<NotePart> signedHere(Collection<NotePart> parts) {
        return parts.stream()
                .filter(part -> signedAt.equals(part.signedAt()))
                .sorted(Comparator.comparing(part -> part.patient().value()))
                .toList();
    }

    private Fingerprint common(SharedText shared) {
        return new Fingerprint()
                .with(note, session)
                .with(header.canonical())
                .with(present, signedAt, signer.staff(), signer.credentials())
                .with(shared.canonical());
    }
}
