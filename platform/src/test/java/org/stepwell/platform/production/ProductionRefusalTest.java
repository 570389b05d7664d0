package org.stepwell.platform.production;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductionRefusalTest {

    private static final String CLINIC = "019a0000-0000-7000-8000-000000000001";

    @TempDir
    Path keys = Path.of("");

    private static final Map<String, String> PROPER = Map.ofEntries(
            Map.entry("stepwell.clock", "system"),
            Map.entry("stepwell.accounts.required", "true"),
            Map.entry("quarkus.oidc.auth-server-url", "https://identity.example/realms/stepwell"),
            Map.entry("stepwell.database.url", "jdbc:postgresql://db:5432/therapy?sslmode=verify-full"),
            Map.entry(
                    "quarkus.datasource.jdbc.url",
                    "jdbc:postgresql://db:5432/therapy?sslmode=verify-full&sslrootcert=/ca.crt"),
            Map.entry("kafka.security.protocol", "SSL"),
            Map.entry("quarkus.mailer.start-tls", "REQUIRED"),
            Map.entry("quarkus.mailer.from", "Appointments <no-reply@mail.example>"),
            Map.entry("quarkus.swagger-ui.enabled", "false"),
            Map.entry("quarkus.log.console.json.enabled", "true"),
            Map.entry("quarkus.oidc.token.audience", "stepwell"),
            Map.entry("quarkus.oidc.token.required-claims.typ", "Bearer"),
            Map.entry("quarkus.oidc.token.subject-required", "true"),
            Map.entry("quarkus.oidc.token.signature-algorithm", "RS256"));

    @BeforeEach
    void aClinicHasAKey() throws IOException {
        Files.writeString(keys.resolve(CLINIC + ".2026-01-01"), "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
    }

    @Test
    void properSettingsAreFine() {
        assertThat(refusals(Map.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            stepwell.clock                | movable                                                | STEPWELL_CLOCK
            stepwell.clock                |                                                        | STEPWELL_CLOCK
            stepwell.accounts.required    | false                                                  | STEPWELL_ACCOUNTS_REQUIRED
            stepwell.accounts.required    | no                                                     | STEPWELL_ACCOUNTS_REQUIRED
            stepwell.accounts.second-factor | no                                                   | STEPWELL_ACCOUNTS_SECOND_FACTOR
            quarkus.log.console.json.enabled | false                                               | STEPWELL_LOG_JSON
            quarkus.log.level             | debug                                                  | QUARKUS_LOG_LEVEL
            quarkus.tls.trust-all         | TRUE                                                   | quarkus.tls.trust-all
            quarkus.swagger-ui.enabled    | yes                                                    | STEPWELL_SWAGGER
            quarkus.hibernate-orm.log.sql | on                                                     | quarkus.hibernate-orm.log.sql
            quarkus.oidc.enabled          | NO                                                     | quarkus.oidc.tenant-enabled
            stepwell.seal.keys            |                                                        | STEPWELL_SEAL_KEYS
            stepwell.seal.keys            | target                                                 | STEPWELL_SEAL_KEYS
            stepwell.seal.keys            | /nowhere/at/all                                        | STEPWELL_SEAL_KEYS
            stepwell.seal.missing         | make                                                   | STEPWELL_SEAL_MISSING
            quarkus.oidc.enabled          | false                                                  | quarkus.oidc.tenant-enabled
            quarkus.oidc.tenant-enabled   | false                                                  | quarkus.oidc.tenant-enabled
            quarkus.oidc.auth-server-url  |                                                        | STEPWELL_ISSUER
            quarkus.oidc.auth-server-url  | http://identity.example/realms/stepwell                | STEPWELL_ISSUER
            quarkus.oidc.tls.verification | none                                                   | quarkus.oidc.tls.verification
            quarkus.datasource.jdbc.url   | jdbc:postgresql://db:5432/therapy                      | STEPWELL_DATABASE_URL
            quarkus.datasource.jdbc.url   | jdbc:postgresql://db:5432/therapy?sslmode=disable      | STEPWELL_DATABASE_URL
            quarkus.datasource.jdbc.url   | jdbc:postgresql://db:5432/therapy?sslmode=require      | STEPWELL_DATABASE_URL
            quarkus.datasource.jdbc.url   | jdbc:postgresql://db/sslmode=verify-full               | STEPWELL_DATABASE_URL
            stepwell.database.url         | jdbc:postgresql://db:5432/therapy?sslmode=require      | STEPWELL_DATABASE_URL
            quarkus.oidc.token.audience   |                                                        | quarkus.oidc.token.audience
            quarkus.oidc.token.audience   | any                                                    | quarkus.oidc.token.audience
            quarkus.oidc.token.issuer     | any                                                    | quarkus.oidc.token.issuer
            quarkus.oidc.token.lifespan-grace | 86400                                              | quarkus.oidc.token.lifespan
            quarkus.oidc.token.required-claims.typ |                                               | quarkus.oidc.token.required
            quarkus.oidc.token.subject-required | false                                            | quarkus.oidc.token.subject
            quarkus.oidc.token.signature-algorithm | hs256                                         | quarkus.oidc.token.signature
            quarkus.oidc.public-key       | MIIBIjANBgkq                                           | quarkus.oidc.public-key
            stepwell.consent.silence-max  | PT61S                                                  | stepwell.consent.silence-max
            quarkus.swagger-ui.enabled    | true                                                   | STEPWELL_SWAGGER
            quarkus.log.level             | DEBUG                                                  | QUARKUS_LOG_LEVEL
            quarkus.log.category."org.hibernate.SQL".level | TRACE                                 | quarkus.log.category
            quarkus.hibernate-orm.log.sql | true                                                   | quarkus.hibernate-orm.log.sql
            quarkus.hibernate-orm.log.bind-parameters | true                                       | quarkus.hibernate-orm.log.bind
            quarkus.tls.trust-all         | true                                                   | quarkus.tls.trust-all
            kafka.security.protocol       |                                                        | KAFKA_SECURITY_PROTOCOL
            kafka.security.protocol       | PLAINTEXT                                              | KAFKA_SECURITY_PROTOCOL
            kafka.security.protocol       | SASL_PLAINTEXT                                         | KAFKA_SECURITY_PROTOCOL
            kafka.ssl.endpoint.identification.algorithm |                                          | KAFKA_SSL_ENDPOINT
            quarkus.tls.broker.trust-all  | true                                                   | quarkus.tls.broker.trust-all
            quarkus.tls.broker.hostname-verification-algorithm | NONE                              | quarkus.tls.broker.hostname
            stepwell.cors.origins         | https://portal.example,http://portal.example           | STEPWELL_CORS_ORIGINS
            stepwell.cors.origins         | *                                                      | STEPWELL_CORS_ORIGINS
            stepwell.limits.trusted-proxies | 10.42.0.0/16, 0.0.0.0/0                              | STEPWELL_LIMITS_TRUSTED_PROXIES
            stepwell.limits.trusted-proxies | ::/0                                                 | STEPWELL_LIMITS_TRUSTED_PROXIES
            stepwell.consent.silence-max  | PT1H                                                   | stepwell.consent.silence-max
            quarkus.mailer.start-tls      | OPTIONAL                                               | STEPWELL_MAIL_START_TLS
            quarkus.mailer.start-tls      |                                                        | STEPWELL_MAIL_START_TLS
            quarkus.mailer.mock           | true                                                   | quarkus.mailer.mock
            quarkus.mailer.from           | Appointments <no-reply@localhost>                      | STEPWELL_MAIL_FROM
            stepwell.text-messages.url    | http://gateway.example/messages                        | STEPWELL_TEXT_MESSAGES_URL
            stepwell.letters.url          | http://documents.example                               | STEPWELL_LETTERS_URL
            stepwell.accounts.realm       | http://identity.example/realms/stepwell                | stepwell.accounts.realm
            """)
    void whatIsGoodEnoughForADemoIsNamedAndRefused(String setting, String value, String named) {
        assertThat(refusals(Map.of(setting, value == null ? "" : value)))
                .singleElement()
                .asString()
                .startsWith(named);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "c3RlcHdlbGxzdGVwd2VsbHN0ZXB3ZWxsc3RlcHdlbGw=",
                "no base64"
            })
    void aKeyThatIsNotRandomIsNamedAndRefusedAndNotSaid(String key) throws IOException {
        Files.writeString(keys.resolve(CLINIC + ".2026-02-01"), key);

        assertThat(refusals(Map.of()))
                .singleElement()
                .asString()
                .contains(CLINIC + ".2026-02-01")
                .doesNotContain(key);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            stepwell.cors.origins           | https://portal.example,https://desk.example
            stepwell.limits.trusted-proxies | 10.0.0.0/8,192.0.2.7,fd00::/8
            stepwell.consent.silence-max    | PT30S
            """)
    void whatIsNarrowEnoughIsFine(String setting, String value) {
        assertThat(refusals(Map.of(setting, value))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-agentlib:jdwp=transport=dt_socket,server=y,address=*:5005", "-Xrunjdwp:server=y", "-Xdebug"})
    void aDebuggerIsRefused(String argument) {
        var nothingElse = new SmallRyeConfigBuilder().build();

        assertThat(WideOpen.in(nothingElse, List.of("-Xmx256m", argument)))
                .singleElement()
                .asString()
                .contains("debugger");
        assertThat(WideOpen.in(nothingElse, List.of("-Xmx256m"))).isEmpty();
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThat(refusals(Map.of("stepwell.seal.missing", "make", "stepwell.clock", "movable")))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            stepwell.clock              | system                            | 0
            stepwell.database.url       | jdbc:postgresql://db:5432/therapy | 1
            quarkus.datasource.jdbc.url | jdbc:postgresql://db:5432/therapy | 1
            quarkus.log.level           | DEBUG                             | 1
            """)
    void whoOnlyMigratesIsAskedAboutTheDatabaseAndNotAboutKeysAndBrokers(String setting, String value, int refused) {
        var settings = new HashMap<String, String>();
        for (var url : List.of("stepwell.database.url", "quarkus.datasource.jdbc.url")) {
            settings.put(url, PROPER.get(url));
        }
        settings.put(setting, value);

        assertThat(ProductionRefusal.ofAMigration(config(settings))).hasSize(refused);
    }

    private List<String> refusals(Map<String, String> changed) {
        var settings = new HashMap<>(PROPER);
        settings.put("stepwell.seal.keys", keys.toString());
        settings.putAll(changed);
        return ProductionRefusal.refusals(config(settings));
    }

    private static SmallRyeConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 1))
                .build();
    }
}
