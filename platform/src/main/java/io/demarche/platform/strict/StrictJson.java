package io.demarche.platform.strict;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.demarche.platform.problem.Expectations;
import io.demarche.platform.problem.InvalidValueException;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Jackson as every service reads with it: what is not exactly right is refused, never guessed at. */
@Singleton
public final class StrictJson implements ObjectMapperCustomizer {

    /** After the others: nothing that they set loosens this. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.getFactory().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
        // Its contents would be the caller's own text, sent back in an answer.
        mapper.getFactory().disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION.mappedFeature());
        refuse(
                mapper,
                LogicalType.Textual,
                CoercionInputShape.Integer,
                CoercionInputShape.Float,
                CoercionInputShape.Boolean);
        for (LogicalType type : new LogicalType[] {LogicalType.Integer, LogicalType.Float, LogicalType.Boolean}) {
            refuse(mapper, type, CoercionInputShape.String, CoercionInputShape.EmptyString);
        }
        refuse(mapper, LogicalType.Integer, CoercionInputShape.Boolean, CoercionInputShape.Float);
        refuse(mapper, LogicalType.Float, CoercionInputShape.Boolean);
        refuse(mapper, LogicalType.Boolean, CoercionInputShape.Integer, CoercionInputShape.Float);
        refuse(mapper, LogicalType.Enum, CoercionInputShape.EmptyString);
        SimpleModule module = new SimpleModule("strict");
        module.addDeserializer(String.class, new Text());
        module.addDeserializer(Instant.class, new Moment());
        module.addDeserializer(UUID.class, new Id());
        mapper.registerModule(module);
    }

    private static void refuse(ObjectMapper mapper, LogicalType type, CoercionInputShape... shapes) {
        for (CoercionInputShape shape : shapes) {
            mapper.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail);
        }
    }

    /** A JSON string and nothing else, without what could not be stored. */
    private abstract static class FromText<T> extends StdScalarDeserializer<T> {

        private static final long serialVersionUID = 1L;

        FromText(Class<T> type) {
            super(type);
        }

        abstract @Nullable T read(String text);

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                parser.skipChildren();
                throw new InvalidValueException(context, Expectations.of(handledType()));
            }
            String text = parser.getText();
            String fault = Texts.fault(text);
            if (fault != null) {
                throw new InvalidValueException(context, fault);
            }
            T value = read(text);
            if (value == null) {
                throw new InvalidValueException(context, Expectations.of(handledType()));
            }
            return value;
        }
    }

    private static final class Text extends FromText<String> {

        private static final long serialVersionUID = 1L;

        Text() {
            super(String.class);
        }

        @Override
        String read(String text) {
            return text;
        }
    }

    private static final class Moment extends FromText<Instant> {

        private static final long serialVersionUID = 1L;

        Moment() {
            super(Instant.class);
        }

        @Override
        @Nullable
        Instant read(String text) {
            return Rfc3339.parse(text).orElse(null);
        }
    }

    private static final class Id extends FromText<UUID> {

        private static final long serialVersionUID = 1L;

        Id() {
            super(UUID.class);
        }

        @Override
        @Nullable
        UUID read(String text) {
            return Uuids.parse(text).orElse(null);
        }
    }
}
