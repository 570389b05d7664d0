package org.stepwell.therapy.note;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.stepwell.contracts.id.NoteId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.seal.Seal;

/** Seals and opens the texts of notes, each for its own place: no part opens in the place of another. */
@Singleton
class NoteTexts {

    private static final String SHARED = "shared";

    private final Seal seal;
    private final ObjectMapper json;

    NoteTexts(Seal seal, ObjectMapper json) {
        this.seal = seal;
        this.json = json;
    }

    String seal(NoteId note, SharedText text) {
        return seal(note, SHARED, text);
    }

    Map<PatientId, NotePart.Sealed> seal(NoteId note, Map<PatientId, IndividualText> texts) {
        var sealed = new HashMap<PatientId, NotePart.Sealed>();
        texts.forEach((patient, text) ->
                sealed.put(patient, new NotePart.Sealed(text.participation(), seal(note, patient.toString(), text))));
        return sealed;
    }

    String sealAddendum(NoteId note, Object addendum, String text) {
        return seal.seal(ClinicContext.clinic(), purpose(note, "addendum/" + addendum), text);
    }

    SharedText openShared(NoteId note, String sealed) {
        return open(note, SHARED, sealed, SharedText.class);
    }

    IndividualText open(NoteId note, PatientId patient, String sealed) {
        return open(note, patient.toString(), sealed, IndividualText.class);
    }

    String open(Addendum addendum) {
        return seal.open(
                ClinicContext.clinic(), purpose(addendum.note(), "addendum/" + addendum.id()), addendum.sealed());
    }

    /** Opens a written note; a patient whose part is not written has an empty text. */
    NoteContent open(NoteFacts note, Collection<NotePart> parts) {
        var opened = new HashMap<PatientId, IndividualText>();
        for (var part : parts) {
            var content = part.content();
            opened.put(
                    part.patient(),
                    content == null
                            ? new IndividualText(Participation.NONE, "", "", null)
                            : open(note.id(), part.patient(), content));
        }
        return new NoteContent(openShared(note.id(), Objects.requireNonNull(note.shared())), opened);
    }

    private String seal(NoteId note, String part, Object text) {
        try {
            return seal.seal(ClinicContext.clinic(), purpose(note, part), json.writeValueAsString(text));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a text could not be written", e);
        }
    }

    private <T> T open(NoteId note, String part, String sealed, Class<T> type) {
        try {
            return json.readValue(seal.open(ClinicContext.clinic(), purpose(note, part), sealed), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a text could not be read", e);
        }
    }

    private static String purpose(NoteId note, String part) {
        return "note/" + note + "/" + part;
    }
}
