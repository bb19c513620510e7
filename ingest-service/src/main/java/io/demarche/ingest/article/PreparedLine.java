package io.demarche.ingest.article;

import org.jspecify.annotations.Nullable;

/**
 * A line of a batch that is ready to be stored, or was found not to be worth it.
 *
 * @param number from 1
 * @param accepted the article, or null
 * @param refused what is wrong with the line, or null
 */
record PreparedLine(int number, @Nullable NewArticle accepted, @Nullable LineReceipt refused) {}
