package org.stepwell.platform.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductionRefusalTest {

    private static final Map<String, String> PROPER = Map.of(
            "stepwell.clock", "system",
            "stepwell.seal.key", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
            "quarkus.oidc.auth-server-url", "https://identity.example/realms/stepwell",
            "quarkus.datasource.jdbc.url", "jdbc:postgresql://db:5432/therapy?sslmode=verify-full&sslrootcert=/ca.crt",
            "quarkus.swagger-ui.enabled", "false");

    @Test
    void properSettingsAreFine() {
        assertThat(refusals(Map.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            stepwell.clock                | movable                                                | STEPWELL_CLOCK
            stepwell.clock                |                                                        | STEPWELL_CLOCK
            stepwell.seal.key             |                                                        | STEPWELL_SEAL_KEY
            stepwell.seal.key             | AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=           | STEPWELL_SEAL_KEY
            stepwell.seal.key             | c3RlcHdlbGxzdGVwd2VsbHN0ZXB3ZWxsc3RlcHdlbGw=           | STEPWELL_SEAL_KEY
            stepwell.seal.key             | no base64                                              | STEPWELL_SEAL_KEY
            quarkus.oidc.enabled          | false                                                  | quarkus.oidc.tenant-enabled
            quarkus.oidc.tenant-enabled   | false                                                  | quarkus.oidc.tenant-enabled
            quarkus.oidc.auth-server-url  |                                                        | STEPWELL_ISSUER
            quarkus.oidc.auth-server-url  | http://identity.example/realms/stepwell                | STEPWELL_ISSUER
            quarkus.oidc.tls.verification | none                                                   | quarkus.oidc.tls.verification
            quarkus.datasource.jdbc.url   | jdbc:postgresql://db:5432/therapy                      | STEPWELL_DATABASE_URL
            quarkus.datasource.jdbc.url   | jdbc:postgresql://db:5432/therapy?sslmode=disable      | STEPWELL_DATABASE_URL
            quarkus.datasource.jdbc.url   | jdbc:postgresql://db:5432/therapy?sslmode=require      | STEPWELL_DATABASE_URL
            quarkus.datasource.jdbc.url   | jdbc:postgresql://db/sslmode=verify-full               | STEPWELL_DATABASE_URL
            quarkus.swagger-ui.enabled    | true                                                   | STEPWELL_SWAGGER
            quarkus.log.level             | DEBUG                                                  | QUARKUS_LOG_LEVEL
            """)
    void whatIsGoodEnoughForADemoIsNamedAndRefused(String setting, String value, String named) {
        assertThat(refusals(Map.of(setting, value == null ? "" : value)))
                .singleElement()
                .asString()
                .startsWith(named);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceAndNoSecretIsSaidWithIt() {
        var refused = refusals(Map.of("stepwell.seal.key", "AAAA", "stepwell.clock", "movable"));

        assertThat(refused).hasSize(2).allSatisfy(one -> assertThat(one).doesNotContain("AAAA"));
    }

    private static List<String> refusals(Map<String, String> changed) {
        var settings = new HashMap<>(PROPER);
        settings.putAll(changed);
        return ProductionRefusal.refusals(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 1))
                .build());
    }
}
