package org.stepwell.platform.probe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwell.platform.testing.ForgedToken;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** Tokens that somebody made up, bent or took from elsewhere: none opens a door, and none is told what is wrong with it. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class TokenAttacksTest {

    @Test
    void theTokenThatAllOthersAreBentFromIsGood() throws IOException {
        assertThat(knock(ForgedToken.proper().signed()).status()).isEqualTo(200);
        assertThat(knock(Person.at("intake").token()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", ""})
    void aTokenThatSaysItNeedsNoSignature(String algorithm) throws IOException {
        var token = ForgedToken.proper().header("alg", algorithm);

        assertRefused(token.unsigned());
        assertRefused(token.signed());
    }

    @Test
    void aTokenSignedWithThePublicKeyAsIfItWereASecret() throws IOException {
        var token = ForgedToken.proper().header("alg", "HS256");

        assertRefused(token.signedWithTheSecret(ForgedToken.publicKeyDer()));
        assertRefused(token.signedWithTheSecret(ForgedToken.publicKeyPem()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jku", "x5u"})
    void aTokenThatBringsTheAddressOfItsOwnKey(String header) throws IOException {
        var mine = ForgedToken.mine();

        assertRefused(ForgedToken.proper().header(header, mine.url() + "/keys").signedBy(mine.keys()));
        assertRefused(ForgedToken.proper()
                .header("kid", "mine")
                .header(header, mine.url() + "/keys")
                .signedBy(mine.keys()));
        assertThat(mine.asked()).as("whether anybody fetched the key").isZero();
        mine.close();
    }

    @Test
    void aTokenThatBringsItsOwnKey() throws IOException {
        var mine = ForgedToken.mine();

        assertRefused(ForgedToken.proper().header("jwk", mine.jwk()).signedBy(mine.keys()));
        assertRefused(ForgedToken.proper()
                .header("kid", "mine")
                .header("jwk", mine.jwk())
                .signedBy(mine.keys()));
        mine.close();
    }

    @Test
    void aTokenOfAnUnknownKeyAndOneWithAPathForAKey() throws IOException {
        assertRefused(ForgedToken.proper().header("kid", "unknown").signed());
        assertRefused(ForgedToken.proper().header("kid", "../../dev/null").signed());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            expired                   | exp | -300
            never expiring            | exp |
            of the future             | nbf | 300
            """)
    void aTokenOutOfItsTime(String what, String claim, Integer secondsFromNow) throws IOException {
        var value =
                secondsFromNow == null ? null : InstantSource.system().instant().getEpochSecond() + secondsFromNow;

        assertRefused(ForgedToken.proper().claim(claim, value).signed());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
            of another issuer         | iss | https://issuer.example/realms/other
            of no issuer              | iss | nothing
            for another audience      | aud | portal
            for nobody                | aud | nothing
            an ID token               | typ | ID
            a refresh token           | typ | Refresh
            of no type                | typ | nothing
            of nobody                 | sub | nothing
            """)
    void aTokenOfAnotherKind(String what, String claim, String value) throws IOException {
        assertRefused(ForgedToken.proper().claim(claim, value).signed());
    }

    @Test
    void aTokenThatSaysSomethingTwice() throws IOException {
        UnaryOperator<String> twice = json -> json.replaceFirst("\\{", "{\"sub\": \"somebody else\", ");

        assertRefused(ForgedToken.proper().written(twice).signed());
    }

    @Test
    void aTokenThatIsNone() throws IOException {
        var good = ForgedToken.proper().signed();
        var parts = good.split("\\.", -1);
        var bent = new LinkedHashMap<String, String>();
        bent.put("no base64", "%%%.%%%.%%%");
        bent.put("two parts", parts[0] + "." + parts[1]);
        bent.put("no signature", parts[0] + "." + parts[1] + ".");
        bent.put("five parts", good + "." + good.substring(0, good.lastIndexOf('.')));
        bent.put("no JSON", encoded("nonsense") + "." + encoded("nonsense") + "." + parts[2]);
        bent.put("a list", encoded("[]") + "." + encoded("[]") + "." + parts[2]);
        bent.put("a word", "x");
        bent.put("dots", "...");
        bent.put("12 KiB", parts[0] + "." + "A".repeat(12 << 10) + "." + parts[2]);
        bent.put("other claims", parts[0] + "." + encoded("{\"sub\": \"x\"}") + "." + parts[2]);
        bent.put("deep", encoded("[".repeat(4_000)) + "." + parts[1] + "." + parts[2]);

        for (Map.Entry<String, String> token : bent.entrySet()) {
            assertRefused(token.getValue());
        }
        assertThat(knock("A".repeat(17 << 10)).status()).isEqualTo(431);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private static void assertRefused(String token) throws IOException {
        var answer = knock(token);

        assertThat(answer.status()).as("%s", answer).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).hasValue("Bearer");
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body())
                .contains("/problems/not-authenticated", "Send an access token of this clinic's issuer")
                .doesNotContain("signature", "algorithm", "kid", "audience", "jose", "Exception");
    }

    private static Wire.Answer knock(String token) throws IOException {
        return Wire.ask("GET /api/probe/v1/probes", "Authorization: Bearer " + token);
    }
}
