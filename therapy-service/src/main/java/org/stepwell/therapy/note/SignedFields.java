package org.stepwell.therapy.note;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.stepwell.contracts.id.NoteId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.therapy.notetext.NoteContent;

/** What a signature stands for; from it come the fingerprints of each part and of the whole note. */
record SignedFields(
        NoteId note,
        SessionId session,
        NoteHeader header,
        int present,
        NoteContent content,
        Collection<NotePart> parts) {

    /** A part can be verified alone, in a chart that holds no other patient's. */
    String of(NotePart part, Signature by) {
        return common(by)
                .with(part.patient(), part.attendance(), part.minutes())
                .with(content.of(part.patient()).canonical())
                .hex();
    }

    /** The whole note: what is shared, and the fingerprints of its parts. */
    Signature signed(Signature by) {
        var hashes = parts.stream()
                .sorted(Comparator.comparing(part -> part.patient().value()))
                .map(part -> of(part, by))
                .toList();
        return by.with(common(by).with(hashes).hex());
    }

    /** True where this is what was signed, each part by itself and all of them together. */
    boolean are(Signature signed) {
        return signed(signed).equals(signed)
                && parts.stream()
                        .allMatch(
                                part -> part.hash() == null || of(part, signed).equals(part.hash()));
    }

    private Fingerprint common(Signature by) {
        var shared = content.shared();
        return new Fingerprint()
                .with(note, session)
                .with(header.canonical())
                .with(present, by.signedAt(), by.signedBy(), by.credentials())
                .with(shared == null ? List.of() : shared.canonical());
    }
}
