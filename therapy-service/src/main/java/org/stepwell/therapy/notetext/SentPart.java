package org.stepwell.therapy.notetext;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Unreadable;

/**
 * A part of a group's note as it came: one in which something can not be read, such as a code that nobody knows, loses nobody else's.
 *
 * @param patient whom it is about, as far as that can be read
 * @param part missing where it can not be read
 * @param unreadable what can not, by its place in the part
 */
@JsonDeserialize(using = SentPart.Reader.class)
@Schema(implementation = NotePartForm.class)
public record SentPart(
        @Nullable PatientId patient,
        @Nullable NotePartForm part,
        @Nullable FieldError unreadable) {

    static final class Reader extends JsonDeserializer<SentPart> {

        @Override
        public SentPart deserialize(JsonParser body, DeserializationContext context) throws IOException {
            var sent = context.readTree(body);
            try {
                var part = context.readTreeAsValue(sent, NotePartForm.class);
                return new SentPart(part.patient(), part, null);
            } catch (UnrecognizedPropertyException e) {
                throw e; // what no form names is refused whole, here as elsewhere
            } catch (JsonProcessingException e) {
                return new SentPart(patient(sent.path("patient")), null, Unreadable.error(e));
            }
        }

        private static @Nullable PatientId patient(JsonNode id) {
            try {
                return id.isTextual() ? new PatientId(UUID.fromString(id.asText())) : null;
            } catch (IllegalArgumentException _) {
                return null;
            }
        }
    }
}
