package io.demarche.gateway.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change, as the analysis service tells it.
 *
 * @param position its place in the order of changes; positions compare as texts
 * @param articleId the article that it happened to
 * @param stance the new stance, passed on as it is; null when all earlier ones of the article are void
 */
@RegisterForReflection
record Change(String position, UUID articleId, @Nullable JsonNode stance) {}
