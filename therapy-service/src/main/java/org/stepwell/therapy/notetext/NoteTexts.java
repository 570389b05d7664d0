package org.stepwell.therapy.notetext;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.stepwell.contracts.id.NoteId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.seal.Seal;

/** Seals and opens the texts of notes, each for its own place: no part opens in the place of another. */
@Singleton
public class NoteTexts {

    private static final String SHARED = "shared";

    private final Seal seal;
    private final ObjectMapper json;

    NoteTexts(Seal seal, ObjectMapper json) {
        this.seal = seal;
        this.json = json;
    }

    /** Seals what the group has in common. */
    public String seal(NoteId note, SharedText text) {
        return sealed(note, SHARED, text);
    }

    /** Seals the part of a patient. */
    public String seal(NoteId note, PatientId patient, PartText text) {
        return sealed(note, patient.toString(), text);
    }

    /** Seals a text that stands beside the note, such as an addendum, under a name of its own. */
    public String seal(NoteId note, String name, String text) {
        return seal.seal(ClinicContext.clinic(), purpose(note, name), text);
    }

    /** Opens what the group has in common. */
    public SharedText openShared(NoteId note, String sealed) {
        return open(note, SHARED, sealed, SharedText.class);
    }

    /** Opens the part of a patient. */
    public PartText open(NoteId note, PatientId patient, String sealed) {
        return open(note, patient.toString(), sealed, PartText.class);
    }

    /** Opens what was sealed under a name of its own. */
    public String open(NoteId note, String name, String sealed) {
        return seal.open(ClinicContext.clinic(), purpose(note, name), sealed);
    }

    private String sealed(NoteId note, String part, Object text) {
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
