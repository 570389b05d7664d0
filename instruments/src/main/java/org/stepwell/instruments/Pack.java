package org.stepwell.instruments;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** Reads a pack as strictly as JSON allows: nothing unknown, nothing missing, nothing twice, nothing converted. */
final class Pack {

    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .defaultSetterInfo(JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL))
            .build();

    private Pack() {}

    static Instrument read(String resource, byte[] json) {
        Instrument instrument;
        try {
            instrument = STRICT.readValue(json, Instrument.class);
        } catch (JsonProcessingException unreadable) {
            var place = unreadable.getLocation();
            throw new BrokenPack(
                    resource,
                    "line %d: %s".formatted(place == null ? 0 : place.getLineNr(), unreadable.getOriginalMessage()),
                    unreadable);
        } catch (IOException impossible) {
            throw new BrokenPack(resource, "it can not be read", impossible);
        }
        new PackCheck(resource, instrument).run();
        return instrument;
    }
}
