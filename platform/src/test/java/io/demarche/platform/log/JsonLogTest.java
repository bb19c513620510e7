package io.demarche.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.platform.trace.Trace;
import io.demarche.platform.trace.Traces;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.handlers.ConsoleHandler;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(JsonLogTest.Json.class)
class JsonLogTest {

    /** With the switch on. */
    public static final class Json implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("demarche.log.json", "true");
        }
    }

    private static List<Handler> consoles(Handler... handlers) {
        List<Handler> found = new ArrayList<>();
        for (Handler handler : handlers) {
            if (handler instanceof ConsoleHandler) {
                found.add(handler);
            } else if (handler instanceof ExtHandler outer) {
                found.addAll(consoles(outer.getHandlers()));
            }
        }
        return found;
    }

    @Test
    void eachLineIsAnObject() {
        List<Handler> consoles =
                consoles(LogContext.getLogContext().getLogger("").getHandlers());
        assertThat(consoles).isNotEmpty();
        Trace trace = Trace.begin();
        String written = Traces.within(trace, () -> {
            ExtLogRecord record = new ExtLogRecord(Level.WARN, "two\nlines and \"quotes\"", "test");
            record.setLoggerName("io.demarche.Some");
            record.setThrown(new IllegalStateException("why"));
            record.copyAll();
            return consoles.get(0).getFormatter().format(record);
        });
        assertThat(written).endsWith("\n");
        assertThat(written.strip()).doesNotContain("\n");
        JsonObject line = new JsonObject(written);
        assertThat(line.getString("message")).isEqualTo("two\nlines and \"quotes\"");
        assertThat(line.getString("level")).isEqualTo("WARN");
        assertThat(line.getString("loggerName")).isEqualTo("io.demarche.Some");
        assertThat(line.getString("service")).isEqualTo("platform");
        assertThat(line.getString("stackTrace")).contains("IllegalStateException: why");
        assertThat(line.getJsonObject("mdc").getString("traceId")).isEqualTo(trace.id());
    }
}
