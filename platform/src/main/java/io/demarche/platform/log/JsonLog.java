package io.demarche.platform.log;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.formatters.JsonFormatter;
import org.jboss.logmanager.formatters.StructuredFormatter.ExceptionOutputType;
import org.jboss.logmanager.handlers.ConsoleHandler;

/**
 * Writes the log as JSON, one object a line, when it is asked for. With the formatter that the log manager brings; the
 * extension that sets it up at build time is not to be had in this release of Quarkus.
 */
@Singleton
public final class JsonLog {

    private final LogConfig config;
    private final String service;

    JsonLog(LogConfig config, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.config = config;
        this.service = service;
    }

    void begin(@Observes @Priority(Integer.MIN_VALUE) StartupEvent started) {
        if (config.json()) {
            format(LogContext.getLogContext().getLogger("").getHandlers(), formatter());
        }
    }

    Formatter formatter() {
        JsonFormatter json = new JsonFormatter();
        json.setExceptionOutputType(ExceptionOutputType.FORMATTED);
        json.setRecordDelimiter("\n");
        json.setMetaData("service=" + service);
        return json;
    }

    private static void format(Handler[] handlers, Formatter formatter) {
        for (Handler handler : handlers) {
            if (handler instanceof ConsoleHandler) {
                handler.setFormatter(formatter);
            } else if (handler instanceof ExtHandler outer) {
                // Quarkus hangs the real ones under one that waits for its configuration.
                format(outer.getHandlers(), formatter);
            }
        }
    }
}
