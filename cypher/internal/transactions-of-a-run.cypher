// Which transactions of this user's carry the mark of one run of ours.
SHOW TRANSACTIONS YIELD transactionId, metaData
WHERE metaData.lodegraph_run = $run
RETURN transactionId AS id
