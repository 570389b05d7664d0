package org.stepwell.platform.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.stepwell.platform.problem.Era;

/** Takes exactly what the schema says: no unknown fields, no duplicate keys, no silent conversions, clean text. */
@Singleton
class StrictJson implements ObjectMapperCustomizer {

    private static final int DEPTH_MAX = 50;
    private static final int NUMBER_DIGITS_MAX = 40;

    /** Last of all, so that what reads dates here stands before what Quarkus registers. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    @SuppressWarnings("deprecation") // MapperFeature has no builder once Quarkus made the mapper
    public void customize(ObjectMapper mapper) {
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        // An id of nothing would be an id that is null.
        mapper.coercionConfigFor(LogicalType.OtherScalar)
                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEPTH_MAX)
                        .maxNumberLength(NUMBER_DIGITS_MAX)
                        .build());
        mapper.registerModule(new SimpleModule("stepwell-strict")
                .addDeserializer(String.class, new CleanText())
                .addDeserializer(LocalDate.class, new Dated<>(LocalDate.class, LocalDate::parse, Era::holds))
                .addDeserializer(Instant.class, new Dated<>(Instant.class, Instant::parse, Era::holds)));
    }

    /** Text that a database can store and a log can print: NFC, trimmed, no control characters but line breaks and tabs. */
    private static final class CleanText extends StdScalarDeserializer<String> {

        CleanText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.currentToken().isScalarValue()
                    || parser.currentToken().isNumeric()
                    || parser.currentToken().isBoolean()) {
                return (String) context.handleUnexpectedToken(String.class, parser);
            }
            var text = parser.getText();
            if (text.codePoints().anyMatch(CleanText::unwanted)) {
                throw context.weirdStringException("", String.class, "control characters");
            }
            return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        }

        private static boolean unwanted(int c) {
            return (Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r')
                    || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                    || c == 0x202E
                    || c == 0xFEFF;
        }
    }

    /** A day or an instant as ISO 8601 writes it, in the years that a clinic knows. */
    private static final class Dated<T> extends StdScalarDeserializer<T> {

        private final transient Function<String, T> reader;
        private final transient Predicate<T> known;

        Dated(Class<T> type, Function<String, T> reader, Predicate<T> known) {
            super(type);
            this.reader = reader;
            this.known = known;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return (T) context.handleUnexpectedToken(handledType(), parser);
            }
            try {
                var read = reader.apply(parser.getText().strip());
                if (known.test(read)) {
                    return read;
                }
            } catch (DateTimeException e) {
                // said below
            }
            throw context.weirdStringException("", handledType(), "no date we know");
        }
    }
}
