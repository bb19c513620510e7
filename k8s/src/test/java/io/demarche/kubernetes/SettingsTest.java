package io.demarche.kubernetes;

import static io.demarche.kubernetes.Rendered.containers;
import static io.demarche.kubernetes.Rendered.elements;
import static io.demarche.kubernetes.Rendered.name;
import static io.demarche.kubernetes.Rendered.pod;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.common.utils.StringUtil;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every setting that a manifest makes is one that its service has: a misspelt one would be ignored without a word. */
class SettingsTest {

    private static final Map<String, String> PACKAGES =
            Map.of("gateway", "gateway", "ingest-service", "ingest", "analysis-service", "analysis");

    /** Of Quarkus, of Java, and for scripts. */
    private static final Set<String> OTHERS = Set.of("QUARKUS_HTTP_HOST", "KUBERNETES_NAMESPACE");

    private static final Pattern KEY = Pattern.compile("demarche\\.[a-z0-9.-]+|DEMARCHE_[A-Z_]+");

    @ParameterizedTest
    @ValueSource(strings = {"overlays/local", "overlays/production"})
    void everySettingIsKnown(String folder) throws IOException {
        List<JsonNode> deployments = Rendered.of(folder).kind("Deployment");
        assertThat(deployments).hasSize(3);
        for (JsonNode deployment : deployments) {
            Set<String> known = known(name(deployment));
            assertThat(known).contains("DEMARCHE_SERVICE_SECRET");
            Set<String> set = new TreeSet<>();
            containers(pod(deployment))
                    .flatMap(one -> elements(one.path("env")))
                    .forEach(one -> set.add(one.path("name").asText()));
            assertThat(set).contains("DEMARCHE_SERVICE_SECRET").isSubsetOf(known);
        }
    }

    @Test
    void everySettingOfAJobIsOneThatItsScriptReads() throws IOException {
        List<JsonNode> jobs = Rendered.of("src/test/overlays/alternatives").kind("CronJob");
        assertThat(jobs).hasSize(2);
        for (JsonNode job : jobs) {
            JsonNode container = pod(job).at("/containers/0");
            Path script = Path.of("components/backup")
                    .resolve(Path.of(container.at("/command/0").asText()).getFileName());
            assertThat(script).isExecutable();
            String text = Files.readString(script);
            List<String> names = elements(container.path("env"))
                    .map(one -> one.path("name").asText())
                    .toList();
            assertThat(names)
                    .contains("DEMARCHE_BACKUPS", "DEMARCHE_INGEST_DATABASE_URL", "DEMARCHE_ANALYSIS_DATABASE_URL");
            for (String name : names) {
                assertThat(text)
                        .containsPattern("\\b" + Pattern.quote(name.replaceFirst("INGEST|ANALYSIS", "\\$1")) + "\\b");
            }
        }
    }

    /** Names of environment variables: of its configuration interfaces, and of what its files of properties refer to. */
    private static Set<String> known(String service) throws IOException {
        Set<String> known = new HashSet<>(OTHERS);
        for (JavaClass type : new ClassFileImporter()
                .importPackages("io.demarche.platform", "io.demarche." + PACKAGES.get(service))) {
            if (type.isAnnotatedWith(ConfigMapping.class)) {
                Class<?> settings = type.reflect();
                add(settings.getAnnotation(ConfigMapping.class).prefix(), settings, known);
            }
        }
        // The database's address is asked for before there is any configuration.
        for (Path file : List.of(
                Path.of("..", service, "src/main/resources/application.properties"),
                Path.of("../platform/src/main/resources/META-INF/microprofile-config.properties"),
                Path.of("../platform/src/main/java/io/demarche/platform/database/Databases.java"),
                Path.of("../platform/src/main/java/io/demarche/platform/log/JsonLog.java"))) {
            for (String line : Files.readAllLines(file)) {
                if (!line.startsWith("quarkus.kubernetes.")) {
                    Matcher key = KEY.matcher(line);
                    while (key.find()) {
                        known.add(variable(key.group()));
                    }
                }
            }
        }
        return known;
    }

    private static void add(String prefix, Class<?> settings, Set<String> known) {
        for (Method method : settings.getMethods()) {
            String key = prefix + "." + StringUtil.skewer(method.getName());
            if (method.getReturnType().isInterface()
                    && method.getReturnType().getName().startsWith("io.demarche.")) {
                add(key, method.getReturnType(), known);
            } else {
                known.add(variable(key));
            }
        }
    }

    private static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
