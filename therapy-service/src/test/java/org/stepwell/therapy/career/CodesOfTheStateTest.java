package org.stepwell.therapy.career;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

/** The codes are those of the state's report, which enrollment keeps in a table: one vocabulary, though no code is shared. */
class CodesOfTheStateTest {

    private static final Path TABLE = Path.of("../enrollment-service/src/main/resources/reporting/public-use.json");

    @Test
    void employment() throws IOException {
        assertThat(codes(Employment.values(), Employment::tedsCode)).isEqualTo(inTheReport("EMPLOY"));
    }

    @Test
    void notInTheLaborForce() throws IOException {
        assertThat(codes(NotInLaborForce.values(), NotInLaborForce::tedsCode)).isEqualTo(inTheReport("DETNLF"));
    }

    @Test
    void education() throws IOException {
        assertThat(codes(Education.values(), Education::tedsCode)).isEqualTo(inTheReport("EDUC"));
    }

    private static <E extends Enum<E>> Map<Integer, String> codes(E[] values, ToIntFunction<E> code) {
        var codes = new TreeMap<Integer, String>();
        Arrays.stream(values).forEach(one -> codes.put(code.applyAsInt(one), one.name()));
        return codes;
    }

    /** By code, what a field's answers would be called here. */
    private static Map<Integer, String> inTheReport(String field) throws IOException {
        var codes = new TreeMap<Integer, String>();
        for (var described :
                JsonMapper.builder().build().readTree(TABLE.toFile()).get("fields")) {
            if (described.at("/names/0").asText().equals(field)) {
                described
                        .get("codes")
                        .forEach(code -> codes.put(code.get("code").asInt(), name(code)));
            }
        }
        return codes;
    }

    private static String name(JsonNode code) {
        return code.get("label")
                .asText()
                .replaceFirst("^1 ", "One ")
                .replaceFirst("^4 ", "Four ")
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]+", "_");
    }
}
